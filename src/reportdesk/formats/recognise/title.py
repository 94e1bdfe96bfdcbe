"""The report's title among the lines before its first section, and the organ that it names.

A web page says the title in its path, its menus and its table of data too, and lists other years'
reports there; so all lines that may be the title are weighed, and the fullest one is taken.
"""

import re
from collections.abc import Iterator, Sequence

from reportdesk.form.edition import Edition
from reportdesk.formats.recognise.dates import date_in, plain_digits, years_in
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.story import Paragraph

_FIRST = 80
"""The title is among so many lines, if it is there at all."""
_YEAR_WORDS = r"(?<!\d)(?:19|20)\s*\d\s*\d\s*年?\s*度?"
_PATH = r"[>»›|｜]|首页|当前位置|您的位置"
_PAGE_LINE = (
    r"^[\s\[【（(]*(发布时间|发布日期|发文日期|成文日期|生成日期|日期|时间|来源|信息来源|发布机构|发布单位"
    r"|索引号|文号|主题分类|栏目|原文链接|字体|字号|浏览|阅读|点击|作者|编辑|首页|当前位置|您的位置|分享"
    r"|本地目录|页面链接|打印|=+)"
)


def title_at(
    lines: Sequence[Paragraph], edition: Edition, page_title: str
) -> tuple[int, int] | None:
    """Which lines are the title: (first, one past the last). Of equals it is the last, for what
    stands nearest to the text is the text's own."""
    best: tuple[int, ...] = ()
    found = None
    for first, last in _candidates(lines, edition):
        text = "".join(line.text for line in lines[first:last])
        words = normal(text)
        weight = (
            int(not re.search(_PATH, text)),
            bool(years_in(text)) + bool(organ_of(text, edition)),
            int(any(words.endswith(sign) for sign in _signs(edition))),
            int(words in normal(page_title)) + any(line.heading for line in lines[first:last]),
        )
        if weight >= best:
            best, found = weight, (first, last)
    return found


def _candidates(lines: Sequence[Paragraph], edition: Edition) -> Iterator[tuple[int, int]]:
    """The runs of lines that name the form, each with the organ's line above it."""
    for index, line in enumerate(lines[:_FIRST]):
        text = line.text.strip()
        if len(text) <= 90 and "。" not in text and names_form(text, edition):
            first = index
            while (
                first > 0 and index - first < 2 and _is_organ_line(lines[first - 1], text, edition)
            ):
                first -= 1
                if organ_of(lines[first].text, edition):
                    break
            yield first, index + 1
            continue
        # A title may have been broken into two or three lines anywhere.
        for count in (2, 3):
            run = lines[index : index + count]
            joined = "".join(each.text.strip() for each in run)
            if (
                len(run) == count
                and len(joined) <= 60
                and "。" not in joined
                and any(normal(joined).endswith(sign) for sign in _signs(edition))
                and not any(is_page_line(each.text) for each in run)
                and not names_form(run[-1].text, edition)
            ):
                yield index, index + count


def _signs(edition: Edition) -> list[str]:
    return [normal(sign) for sign in (edition.title, *edition.signs) if sign]


def names_form(text: str, edition: Edition) -> bool:
    """Whether the form's name, in one of its wordings, stands in the text."""
    words = normal(text)
    return any(sign in words for sign in _signs(edition))


def _is_organ_line(line: Paragraph, title: str, edition: Edition) -> bool:
    text = line.text.strip()
    if organ_of(title, edition):
        return False
    return 2 <= len(text) <= 40 and not re.search(r"[。，,；;：:\d>|]", text)


def is_page_line(text: str) -> bool:
    """Lines of a web page around an article: its source, date, number of reads."""
    text = text.strip()
    if date_in(text) is not None:
        return True
    return len(text) <= 120 and re.match(_PAGE_LINE, text) is not None


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
    text = re.sub(_YEAR_WORDS, "", text)
    text = re.sub(r"^\s*关于|[《》“”\"]|(?:的|关于)\s*$|^\s*的", "", text.strip())
    text = re.sub(r"\s+", "" if not text.isascii() else " ", text).strip("，,、:：-—_ ")
    return text if not re.fullmatch(r"年?度?|[\W\d_]*", text) else ""
