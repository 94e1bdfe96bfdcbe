"""What stands around the sections: title, organ, document number, preamble, contact, signature."""

import re
import unicodedata
from collections.abc import Sequence

from reportdesk.form.edition import Edition
from reportdesk.form.record import State, fresh
from reportdesk.formats.recognise.dates import date_in, year_of_period, years_in
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.title import is_page_line, names_form, organ_of, title_at
from reportdesk.formats.story import Paragraph

# Patterns that few files need are compiled by ``re`` when one does.
_NUMBER = r"[^\s，。,、：:]{1,20}[〔\[（(【]\s*20\d\d\s*[〕\]）)】]\s*第?\s*\d{1,4}\s*号"
_CONTACT = {
    "contact_address": ("址", r"地\s*址\s*[:：为是]\s*([^，,；;。\n（）()]{4,60})"),
    "contact_postcode": ("编", r"邮(?:政编码|\s*编)\s*[:：为是]?\s*(\d{6})(?!\d)"),
    "contact_phone": ("话", r"电\s*话\s*[:：为是]?\s*(\+?[\d()（）\-—－]{7,20}\d)"),
    "contact_email": (
        "@",
        r"(?:邮件|邮\s*箱|[Ee]-?mail)\s*[:：为是]?\s*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    ),
}
"""For each line of the contact a character that cannot be missing, and the whole pattern."""
_TAIL = (
    "附件", "相关附件", "文件下载", "下载", "扫一扫", "打印", "关闭", "分享",
    "上一篇", "下一篇", "责任编辑", "编辑", "信息来源", "来源", "稿源", "浏览次数",
    "阅读次数", "点击", "版权所有", "主办", "承办", "技术支持", "网站地图", "网站标识码",
    "联系我们", "关于我们", "友情链接", "返回顶部", "相关链接", "相关稿件",
)  # fmt: skip
"""How the lines of a web page after an article begin."""
_TAIL_REST = r"\s|[:：】\]）)》]|$|\d|本页|次数|到|单位|窗口|下载|在手机|二维码|当前页"
_MARK = r"[\s【\[（(]*草\s*稿[\s】\]）)]*"


class Cover(State):
    """The lines of the cover as found; paragraphs that belong to nothing are in ``left``."""

    title: str = ""
    organ: str = ""
    year: int | None = None
    values: dict[str, tuple[str, str]] = fresh(factory=dict[str, tuple[str, str]])
    """Key to (text, place)."""
    seats: dict[str, tuple[Paragraph, ...]] = fresh(factory=dict[str, tuple[Paragraph, ...]])
    """The lines themselves, by key."""
    preamble: list[Paragraph] = fresh(factory=list[Paragraph])
    left: list[Paragraph] = fresh(factory=list[Paragraph])


def read_cover(before: Sequence[Paragraph], edition: Edition, page_title: str) -> Cover:
    """Recognise what stands before the first heading."""
    cover = Cover()
    lines = [p for p in before if p.text.strip() and not _is_mark(p.text)]
    at = title_at(lines, edition, page_title)
    if at is None:
        title, start = "", 0
        if names_form(page_title, edition):
            title = re.split(r"\s*[_|｜]\s*|\s+-\s+", page_title.strip())[0]
            start = 0
    else:
        first, last = at
        title = "".join(re.sub(r"\s*\n\s*", "", lines[i].text.strip()) for i in range(first, last))
        title = re.sub(r"^(?:标题|名称|题名)\s*[:：]\s*", "", title)
        start = last
        cover.left.extend(lines[:first])
        cover.values["title"] = (title, lines[first].place)
        cover.seats["title"] = tuple(lines[first:last])
    cover.title = title
    cover.organ = organ_of(title, edition)
    years = years_in(title)
    cover.year = years[0] if years else None
    rest = lines[start:]
    for line in rest:
        text = line.text.strip()
        if "number" not in cover.values and not cover.preamble and _is_number(text):
            cover.values["number"] = (text, line.place)
            cover.seats["number"] = (line,)
        elif _same_title(text, title) or (not cover.preamble and is_page_line(text)):
            cover.left.append(line)
        else:
            cover.preamble.append(line)
    _find_contact(cover)
    if cover.year is None:
        for line in cover.preamble:
            cover.year = year_of_period(line.text)
            if cover.year is not None:
                break
    return cover


def _find_contact(cover: Cover) -> None:
    for line in cover.preamble:
        text = unicodedata.normalize("NFKC", line.text)
        for key, (clue, pattern) in _CONTACT.items():
            if clue in text and key not in cover.values and (match := re.search(pattern, text)):
                cover.values[key] = (match[1].strip(), line.place)


def _is_mark(text: str) -> bool:
    """Whether a line is only our own mark of a draft."""
    return "草" in text and re.fullmatch(_MARK, text.strip()) is not None


def _is_number(text: str) -> bool:
    """Whether a line is only the number of a document."""
    return "号" in text and bool(re.fullmatch(_NUMBER, re.sub(r"\s", "", text).strip("（）()")))


def _same_title(text: str, title: str) -> bool:
    return bool(title) and normal(text) in (normal(title), normal(f"标题{title}"))


class Ending(State):
    """The end of the last section: its own paragraphs, then signature and date."""

    body: list[Paragraph]
    signature: Paragraph | None = None
    date: tuple[str, Paragraph] | None = None
    left: list[Paragraph] = fresh(factory=list[Paragraph])

    @property
    def seats(self) -> dict[str, tuple[Paragraph, ...]]:
        """The lines of signature and date, by key; they may be one and the same."""
        found: dict[str, tuple[Paragraph, ...]] = {}
        if self.date is not None:
            found["date"] = (self.date[1],)
        if self.signature is not None:
            joined = self.date is not None and self.signature.place == self.date[1].place
            found["signature"] = found["date"] if joined else (self.signature,)
        return found


def read_ending(paragraphs: Sequence[Paragraph], organ: str, edition: Edition) -> Ending:
    """Part the last section's text from the signature, the date and a web page's tail."""
    lines = [p for p in paragraphs if p.text.strip() and not _is_mark(p.text)]
    end = len(lines)
    for index, line in enumerate(lines):
        if _is_tail(line.text) or _is_link(line.text, edition):
            end = index
            break
    ending = Ending(lines[:end], left=lines[end:])
    body = ending.body
    for back in range(1, min(4, len(body)) + 1):
        line = body[-back]
        date = date_in(line.text)
        if date is None:
            joined = _signed_with_date(line, organ)
            if joined is None:
                continue
            name, date = joined
            ending.signature = Paragraph(name, line.place)
        ending.date = (date, line)
        ending.left = [*body[len(body) - back + 1 :], *ending.left]
        del body[len(body) - back :]
        break
    if ending.date is not None and ending.signature is None and body:
        last = body[-1]
        if _is_signature(last.text, organ):
            ending.signature = last
            body.pop()
    elif ending.date is None and body and organ and normal(body[-1].text) == normal(organ):
        ending.signature = body.pop()
    return ending


def _is_tail(text: str) -> bool:
    """Whether a line belongs to the web page's foot and not to the report."""
    words = text.strip(" \t\n【[（(《>·•")
    if len(text) > 200:
        return False
    if "ICP备" in words[:6] or "公网安备" in words[:6]:
        return True
    return any(words.startswith(w) and re.match(_TAIL_REST, words[len(w) :]) for w in _TAIL)


def _is_link(text: str, edition: Edition) -> bool:
    """Whether a line is only the title of a report: a link to another one."""
    short = len(text) <= 60 and "。" not in text
    return short and bool(years_in(text)) and names_form(text, edition)


def _signed_with_date(line: Paragraph, organ: str) -> tuple[str, str] | None:
    """「某某局 2021年1月23日」 in one line (or with a break between)."""
    text = line.text.strip()
    match = re.fullmatch(r"(?P<name>[^\d。，]{2,40}?)\s*(?P<date>\d{4}\s*年.{2,12}日)", text, re.S)
    if match is None:
        return None
    date = date_in(match["date"])
    if date is None or not _is_signature(match["name"], organ):
        return None
    return match["name"].strip(), date


def _is_signature(text: str, organ: str) -> bool:
    words = normal(text)
    if not words or len(words) > 40:
        return False
    if organ and (words in normal(organ) or normal(organ) in words):
        return True
    return (
        not re.search(r"[。，,；;：:！？…]|^[（(]?[一二三四五六七八九十\d]+[）)、.]", text.strip())
        and not any(c.isdigit() for c in text)
        and words != "无"
    )
