"""Years and dates as reports print them: 2020年, ２０２０ 年, 二〇二〇年, 2021年1月23日."""

import re
import unicodedata

from reportdesk.form.values import spelt

_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(?<!\d)((?:\d\s*){4})年")
_BARE_YEAR = r"(?<!\d)(20\d\d|19\d\d)(?!\d)"
_DATE = r"((?:19|20)\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?"
_PERIOD = r"(?s)(?<!\d)(\d{4})\s*年\s*1\s*月\s*1\s*日.{0,12}?(?:(\d{4})\s*年)?\s*12\s*月\s*31\s*日"
_CHINESE_DIGITS = re.compile(r"[〇○零一二三四五六七八九]{4}(?=\s*年)")
_COUNT = "([一二三四五六七八九十]{1,3})"
_CHINESE_DATE = f"([〇○零一二三四五六七八九]{{4}})年{_COUNT}月{_COUNT}日"


def plain_digits(text: str) -> str:
    """The text with full-width digits and Chinese years in plain digits."""
    text = unicodedata.normalize("NFKC", text)
    return _CHINESE_DIGITS.sub(lambda m: m.group().translate(_CHINESE), text)


def years_in(text: str) -> list[int]:
    """Years named 「…年」 in the text, in order; failing that, four digits alone."""
    text = plain_digits(text)
    named = [int(re.sub(r"\s", "", m[1])) for m in _YEAR.finditer(text)]
    found = named or [int(m[1]) for m in re.finditer(_BARE_YEAR, text)]
    return [year for year in found if 1990 <= year <= 2099]


def year_of_period(text: str) -> int | None:
    """The year of a statistical period 「N年1月1日至N年12月31日」 in the text."""
    match = re.search(_PERIOD, plain_digits(text))
    if match is None or (match[2] and match[2] != match[1]):
        return None
    return int(match[1])


def date_in(text: str) -> str | None:
    """The date that the text consists of, as 「2021年1月23日」, or None."""
    plain = unicodedata.normalize("NFKC", text).strip(" \t\n\u3000()[]")
    compact = re.sub(r"\s+", "", plain)
    if compact.startswith(("19", "20")):
        if (match := re.fullmatch(_DATE, compact)) is None:
            return None
        year, month, day = (int(match[i]) for i in (1, 2, 3))
    elif compact.startswith(("一九", "二")):
        if (match := re.fullmatch(_CHINESE_DATE, compact)) is None:
            return None
        year = int(match[1].translate(_CHINESE))
        month, day = spelt(match[2]) or 0, spelt(match[3]) or 0
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year}年{month}月{day}日"
