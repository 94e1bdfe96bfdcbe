"""From bytes to text: which encoding a clerk's text file is in, and whether its words survived.

Old programs save GBK, new ones UTF-8, Excel and Notepad sometimes UTF-16; a file may also have
been saved once in the wrong encoding. What can be undone without loss is undone and told; what
cannot is refused, since labels that are gone cannot be recognised.
"""

import codecs
import re

from reportdesk.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
"""Bytes or characters looked at to tell encodings apart; the rest is the same text."""

_COMMON = frozenset(
    "的一是在不了有和人中大为上个国我以要他时来用生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两"
    "体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新"
    "线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已"
    "通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较"
    "将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百"
    "规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教"
    "速花带安场身车例真务具万每目至达走积示议声报完类八离华名确才科张信马节话米整空元况今集温传"
    "土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周"
    "委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛"
    "亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价"
    "严项申请依予结转诉讼议维持纠正商企研益组织"
    "會國來時個為們學對發動過後經進開間關業無點處實機長區員與報辦請訴訟議維結轉總計數據條規務"
)
_PLAIN = frozenset("\t\r\n" + "".join(map(chr, range(32, 127))))
_LOST = re.compile(r"\?{2,}|�+")


def decode(data: bytes, *, declared: str = "") -> tuple[str, list[str]]:
    """The text of ``data`` and what to tell the clerk about it. ``declared`` is the encoding
    that the file itself names; it is believed only if the bytes bear it out. Raises ReadError
    where the bytes are no text, or the words in it are lost."""
    text, notes = _decoded(data, declared)
    _refuse_binary(text)
    mended = _mend(text)
    if mended is not None:
        return mended, [*notes, "文字曾用错误的编码保存，已还原；请核对。"]
    return text, [*notes, *_losses(text)]


def _decoded(data: bytes, declared: str) -> tuple[str, list[str]]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], name)
    wide = _wide(data)
    if wide:
        return _forgiving(data, wide)
    if declared:
        text = _strictly(data, _known(declared))
        if text is not None:
            return text, []
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, []
    simplified, traditional = _strictly(data, "gb18030"), _strictly(data, "cp950")
    if traditional is not None and (
        simplified is None or _naturalness(traditional) > 2 * _naturalness(simplified)
    ):
        return traditional, []
    if simplified is not None:
        return simplified, []
    tries = [_forgiving(data, name) for name in ("utf-8", "gb18030")]
    return min(tries, key=lambda found: found[0].count("�"))


def _known(declared: str) -> str:
    """The codec to use for a declared name; GB2312 in the wild means its superset GB18030."""
    name = declared.strip().strip("\"'").lower().replace("_", "-")
    if name in {"gb2312", "gbk", "gb18030", "x-gbk", "gb-2312-80", "csgb2312", "cp936"}:
        return "gb18030"
    if name in {"big5", "big5-hkscs", "x-x-big5"}:
        return "cp950"
    if name.startswith("utf-16"):
        return ""  # The declaration itself was read as single bytes, so it is not true.
    try:
        found = codecs.lookup(name)
    except LookupError:
        return ""
    return found.name if found.name not in {"utf-7", "idna", "punycode"} else ""


def _strictly(data: bytes, name: str) -> str | None:
    """The text if the bytes are right for ``name`` but for a character cut off at the end."""
    if not name:
        return None
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(data)
    except (UnicodeDecodeError, LookupError, TypeError, AttributeError):
        return None


def _forgiving(data: bytes, name: str) -> tuple[str, list[str]]:
    text = data.decode(name, "replace")
    bad = text.count("�")
    if bad * 20 > len(text):
        raise ReadError(
            "文件里的文字有很多已经损坏，读不出来。请从原来的程序重新保存一份再试；文件没有被改动。"
        )
    return text, []


def _wide(data: bytes) -> str:
    """The UTF-16 kind of a text without a mark, "" if it is none: its line ends, spaces and
    digits have zero bytes, and read the right way it is everyday text."""
    sample = data[:_SAMPLE]
    if sample.count(0) < 2 or len(data) % 2:
        return ""
    shares: dict[str, float] = {}
    for name in ("utf-16-le", "utf-16-be"):
        text = _strictly(sample, name)
        if text:
            usual = sum(c in _COMMON or c in _PLAIN for c in text)
            shares[name] = usual / len(text)
    best = max(shares, key=lambda name: shares[name], default="")
    return best if best and shares[best] > 0.4 else ""


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    strange = sum(c < " " and c not in "\t\n\r\f\v\x1a\x1b" for c in sample) + sample.count("\x7f")
    if strange * 100 > len(sample):
        raise ReadError("这不是文字文件，也不是能认出的报告文件，没有读入任何内容。")


def _naturalness(text: str) -> float:
    """The share of everyday characters among those beyond ASCII."""
    sample = [c for c in text[:_SAMPLE] if c > "\x7f"]
    return sum(c in _COMMON for c in sample) / len(sample) if sample else 0.0


def _mend(text: str) -> str | None:
    """The text as it was before it was once read in the wrong encoding, None if it was not, or
    not without loss. Raises ReadError where it was, and the words are lost for good."""
    now = _naturalness(text)
    if now >= 0.2:
        return None
    for wrong in ("gb18030", "cp1252", "latin-1"):
        try:
            mended = text.removeprefix("\ufeff").encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
        if mended != text and _naturalness(mended) > max(0.25, 2 * now):
            return mended
    sample = text[:_SAMPLE]
    rough = sample.encode("gb18030", "ignore").decode("utf-8", "ignore")
    if len(rough) > 50 and _naturalness(rough) > max(0.3, 3 * now):
        raise ReadError(
            "文件里的汉字是乱码（用错误的编码保存过），已经不能完全还原。"
            "请从原来的文件重新复制或另存一份再试。"
        )
    return None


def _losses(text: str) -> list[str]:
    sample = text[:_SAMPLE]
    lost = [found.group() for found in _LOST.finditer(sample)]
    count = sum(map(len, lost))
    words = sum(c > "\x7f" for c in sample)
    if count > 20 and count > words:
        raise ReadError(
            "文件里的汉字已经变成问号，还原不了。"
            "请从原来的文件重新复制或另存一份（选 UTF-8 编码）再试。"
        )
    return [f"有 {len(lost)} 处文字已经损坏（变成了问号），请对照原件核对。"] if lost else []
