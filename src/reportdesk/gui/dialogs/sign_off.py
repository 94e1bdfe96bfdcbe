"""Before a 送审稿 is written: its name, and what its first page will say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_sign_off import Ui_SignOff

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.checks.signoff import SignOff

_LONG_ENOUGH = 1


class SignOffDialog(AnsweringDialog):
    """Accepted, ``name`` is that of the version."""

    def __init__(
        self, sheet: SignOff, blanks: int, *, beside: bool, parent: QWidget | None = None
    ) -> None:
        """``blanks`` is how much is not filled; ``beside`` tells that the 送审单 will be a file of
        its own, since an office's own form has no place for it."""
        super().__init__(parent)
        self.ui = Ui_SignOff()
        self.ui.setupUi(self)
        self.ui.name.setText(sheet.version)
        self.ui.name.selectAll()
        self.ui.facts.setText("\n".join(facts(sheet, blanks)))
        self.ui.sheet.setText(_sheet_words(sheet, beside=beside))
        self.ui.told.hide()
        self.ui.export_.clicked.connect(self._take)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.name.setFocus()

    @property
    def name(self) -> str:
        """The version's name."""
        return " ".join(self.ui.name.text().split())

    def _take(self) -> None:
        if len(self.name) < _LONG_ENOUGH:
            self.ui.told.setText("请先写版本的名称，例如“第1次送审”。")
            self.ui.told.show()
            self.ui.name.setFocus()
            return
        self.accept()


def facts(sheet: SignOff, blanks: int) -> list[str]:
    """What a leader will read, in a few lines."""
    errors, reviews = sheet.counts["error"], sheet.counts["review"]
    without = sum(not item.reason for item in sheet.reviews)
    told = f"核实 {reviews} 处" + (f"（{without} 处还没有写原因）" if without else "")
    lines = [f"送审单会列出：错误 {errors} 处，{told}，提示 {sheet.counts['hint']} 处。"]
    if blanks:
        lines.append(f"还有 {blanks} 处没有填，送审稿里是空白。")
    if sheet.changes is None:
        lines.append("第一次送审。")
    elif sheet.changes:
        lines.append(f"和上次送审相比改动了 {len(sheet.changes)} 处，送审单会逐处列出。")
    else:
        lines.append("和上次送审的内容一样。")
    return lines


def _sheet_words(sheet: SignOff, *, beside: bool) -> str:
    if beside:
        return (
            f"本机关的模板里没有放送审单的位置，送审单写成旁边的另一个文件，"
            f"印有校验码 {sheet.fingerprint}。"
        )
    return f"送审单是第一页；校验码 {sheet.fingerprint} 印在每页下方，内容一改就不同。"
