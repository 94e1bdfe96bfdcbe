"""What was sent for signature and what has changed since. No screen here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.signoff import SignOff, changed_between, sign_off
from reportdesk.errors import ReportdeskError, StoreError
from reportdesk.report.fingerprint import fingerprint

if TYPE_CHECKING:
    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session
    from reportdesk.report.document import Document
    from reportdesk.store.versions import Version

SENT = ("sent", "signed")
"""The kinds of versions that leaders have seen."""


class Sent(NamedTuple):
    """A version that was sent, as it is to the report now."""

    version: Version
    fingerprint: str
    changes: int
    """How many places are printed otherwise now."""

    @property
    def signed(self) -> bool:
        """Whether it came back signed."""
        return self.version.kind == "signed"

    @property
    def words(self) -> str:
        """How it stands, in a sentence."""
        what = "已签发" if self.signed else "送审"
        told = f"改动了 {self.changes} 处" if self.changes else "没有改动"
        return f"“{self.version.name}”（校验码 {self.fingerprint}），{what}后{told}"


class Signing:
    """The versions of the open report that were sent, opened once."""

    def __init__(self, session: Session, context: Context) -> None:
        self._session, self._context = session, context
        self._opened: dict[int, Document | None] = {}

    def versions(self) -> list[Version]:
        """Those that were sent, the newest first."""
        try:
            found = self._session.store.versions.of(self._session.id)
        except StoreError:
            return []
        return [version for version in found if version.kind in SENT]

    def last(self) -> Sent | None:
        """The version that was sent last, None where none was or it cannot be opened."""
        return next((self._told(version) for version in self.versions()), None)

    def signed(self) -> Sent | None:
        """The version that was signed last."""
        signed = (version for version in self.versions() if version.kind == "signed")
        return next((self._told(version) for version in signed), None)

    def proposed(self) -> str:
        """A name for the version that is sent next."""
        today = self._context.today()
        number = len(self.versions()) + 1
        return f"第{number}次送审，{today.year}年{today.month}月{today.day}日"

    def sheet(self, name: str) -> SignOff:
        """The 送审单 of the report as it is now."""
        before = next(iter(self.versions()), None)
        sent = self._document(before) if before is not None else None
        return sign_off(self._session.document, name, sent, self._session.findings)

    def keep(self, name: str) -> str:
        """Keep the report as the version that was sent; what went wrong, in words."""
        session = self._session
        try:
            session.store.versions.take(session.id, "sent", name)
        except StoreError as error:
            return f"文件已写好，但没能留下版本：{error.message}"
        return ""

    def _told(self, version: Version) -> Sent | None:
        document = self._document(version)
        if document is None:
            return None
        changed = changed_between(document, self._session.document)
        return Sent(version, fingerprint(document), len(changed))

    def _document(self, version: Version) -> Document | None:
        if version.id not in self._opened:
            try:
                opened = self._session.store.versions.open(version.id, self._context.catalog)
            except ReportdeskError:
                opened = None
            self._opened[version.id] = opened
        return self._opened[version.id]
