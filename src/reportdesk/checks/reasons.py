"""What counts as a written reason: words that tell something, not that all is well."""

import re

LEAST = 6
"""Characters that a reason has at least, spaces and marks not counted."""

TOO_LITTLE = "原因请写具体些，例如文件名或清理时间。"

_MARKS = re.compile(r"[\s，。、；：,.;:!！?？“”\"'（）()【】-]+")
_EMPTY_WORDS = frozenset(
    (
        *("核实无误", "情况属实", "本机关", "我单位", "本单位", "我们", "我局", "本局"),
        *("核实", "核对", "核查", "复核", "审核", "检查", "查验", "确认", "查实", "比对"),
        *(
            "无误",
            "属实",
            "正确",
            "准确",
            "真实",
            "一致",
            "正常",
            "无异常",
            "符合实际",
            "符合",
            "实际",
        ),
        *(
            "没有",
            "不存在",
            "问题",
            "错误",
            "错",
            "有误",
            "任何",
            "情况",
            "数据",
            "数字",
            "数量",
            "数值",
        ),
        *(
            "内容",
            "报告",
            "以上",
            "上述",
            "该",
            "此",
            "本",
            "这个",
            "这",
            "经过",
            "经",
            "已经",
            "已",
        ),
        *(
            "均",
            "都",
            "就",
            "全部",
            "完全",
            "确实",
            "是",
            "为",
            "的",
            "了",
            "对",
            "无",
            "没",
            "同上",
        ),
        *("如实", "填写", "填报", "说明", "原因", "暂", "略", "请", "知悉", "特此", "多次", "再次"),
        *("反复", "认真"),
    )
)
_LONGEST = max(map(len, _EMPTY_WORDS))


def refusal(text: str) -> str:
    """Why ``text`` does not do as a reason, in words for the clerk; "" if it does."""
    words = _MARKS.sub("", text)
    if len(words) < LEAST or len(set(words)) < LEAST // 2 or _says_nothing(words):
        return TOO_LITTLE
    return ""


def _says_nothing(words: str) -> bool:
    """Whether the words are made of empty words alone. One pass: an expression over so many
    words could take for ever."""
    reached = {0}
    for end in range(1, len(words) + 1):
        starts = range(max(0, end - _LONGEST), end)
        if any(start in reached and words[start:end] in _EMPTY_WORDS for start in starts):
            reached.add(end)
        elif not reached.intersection(range(end - _LONGEST, end)):
            return False
    return len(words) in reached
