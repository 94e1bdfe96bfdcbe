"""A page saved as one file (.mht): the page itself is taken out of its parts and read."""

import email
import email.policy
from email.message import Message

from reportdesk.errors import ReadError
from reportdesk.formats.readers import html, text
from reportdesk.formats.story import Story

_MOST_BYTES = 30_000_000
_MOST_PARTS = 20_000


def read(data: bytes) -> Story:
    """The first page among the parts. Raises ReadError where there is none."""
    if len(data) > _MOST_BYTES or data.count(b"\n--") > _MOST_PARTS:
        raise ReadError("网页文件太大，不像是报告。请另存只含报告正文的网页，或用 Word 文件。")
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()]
    for wanted, reader in (("text/html", _page), ("text/plain", _plain)):
        for part in parts:
            if part.get_content_type() == wanted:
                return reader(part)
    raise ReadError("这个网页文件里没有网页正文。请在浏览器里重新保存，或复制正文存成文字文件。")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _page(part: Message) -> Story:
    return html.read(_content(part), declared=part.get_content_charset("") or "")


def _plain(part: Message) -> Story:
    return text.read(_content(part))
