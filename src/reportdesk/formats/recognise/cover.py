"""What stands around the sections: title, organ, document number, preamble, contact, signature."""

import re
import unicodedata
from collections.abc import Sequence

from reportdesk.form.edition import Edition
from reportdesk.form.record import State, fresh
from reportdesk.formats.recognise.dates import date_in, plain_digits, year_of_period, years_in
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.story import Paragraph

_YEAR_WORDS = re.compile(r"(?<!\d)(?:19|20)\s*\d\s*\d\s*年?\s*度?")
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
_TAIL_REST = r"\s|[:：】\]）)》]|$|\d|本页|次数|到|单位|窗口|下载"
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
    at = _title_at(lines, edition)
    if at is None:
        title, start = "", 0
        if _has_title(page_title, edition):
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
        elif _same_title(text, title) or (not cover.preamble and _is_page_line(text)):
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


def _has_title(text: str, edition: Edition) -> bool:
    words = normal(text)
    return any(normal(sign) in words for sign in (edition.title, *edition.signs) if sign)


def _title_at(lines: Sequence[Paragraph], edition: Edition) -> tuple[int, int] | None:
    """Which lines are the title: (first, one past the last)."""
    for index, line in enumerate(lines[:80]):
        text = line.text.strip()
        if len(text) <= 90 and "。" not in text and _has_title(text, edition):
            first = index
            while (
                first > 0 and index - first < 2 and _is_organ_line(lines[first - 1], text, edition)
            ):
                first -= 1
                if organ_of(lines[first].text, edition):
                    break
            return first, index + 1
        # A title may have been broken into two or three lines anywhere.
        for count in (2, 3):
            joined = "".join(p.text.strip() for p in lines[index : index + count])
            if index + count <= len(lines) and len(joined) <= 60 and "。" not in joined:
                whole = normal(joined)
                if any(
                    normal(sign) in whole and whole.endswith(normal(sign))
                    for sign in (edition.title, *edition.signs)
                    if sign
                ) and not any(_is_page_line(p.text) for p in lines[index : index + count]):
                    if _has_title(lines[index + count - 1].text, edition):
                        continue
                    return index, index + count
    return None


def _is_organ_line(line: Paragraph, title: str, edition: Edition) -> bool:
    text = line.text.strip()
    if organ_of(title, edition):
        return False
    return 2 <= len(text) <= 40 and not re.search(r"[。，,；;：:\d>|]", text)


def _is_page_line(text: str) -> bool:
    """Lines of a web page around an article: its source, date, number of reads."""
    text = text.strip()
    if date_in(text) is not None:
        return True
    if len(text) > 120:
        return False
    return bool(
        re.match(
            r"^[\s\[【（(]*(发布时间|发布日期|发文日期|成文日期|生成日期|日期|时间|来源|信息来源|发布机构|发布单位"
            r"|索引号|文号|主题分类|栏目|原文链接|字体|字号|浏览|阅读|点击|作者|编辑|首页|当前位置|您的位置|分享"
            r"|本地目录|页面链接|打印|=+)",
            text,
        )
    )


def _same_title(text: str, title: str) -> bool:
    return bool(title) and normal(text) in (normal(title), normal(f"标题{title}"))


def organ_of(title: str, edition: Edition) -> str:
    """The organ that a title names: what is left when year and the form's name are taken out."""
    text = plain_digits(title).replace("\n", "")
    for words in sorted((edition.title, *edition.signs), key=len, reverse=True):
        if words and words in text:
            # What follows the form's name (「…格式模板」) is not the organ's.
            text = text[: text.index(words)]
            break
    else:
        match = re.search(r"政府信息.*$", text)
        if match is not None:
            text = text[: match.start()]
    text = _YEAR_WORDS.sub("", text)
    text = re.sub(r"^\s*关于|[《》“”\"]|的\s*$|^\s*的", "", text.strip())
    text = re.sub(r"\s+", "" if not text.isascii() else " ", text).strip("，,、:：-—_ ")
    return text if not re.fullmatch(r"年?度?|[\W\d_]*", text) else ""


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


def read_ending(paragraphs: Sequence[Paragraph], organ: str) -> Ending:
    """Part the last section's text from the signature, the date and a web page's tail."""
    lines = [p for p in paragraphs if p.text.strip() and not _is_mark(p.text)]
    end = len(lines)
    for index, line in enumerate(lines):
        if _is_tail(line.text):
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
