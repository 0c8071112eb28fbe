"""Whether a text promises anything that can be measured: a number, a date, a share, none or all."""

from __future__ import annotations

import re

# What looks like a number and promises nothing: the year of the form, documents, plans, sessions, slogans.
_NO_MEASURE = re.compile(
    r"(?:19|20)\d\d\s*(?:年度|年(?!\s*(?:\d|[前底末内初]|[上下]半年)))"
    r"|[〔\[（(]\s*(?:19|20)\d\d\s*[〕\])）]\s*第?\s*\d+\s*号|第\s*\d+\s*[届次号条]"
    r"|届[^\W\d_a-zA-Z]中全会|[十]?[一二三四五六七八九]五(?:规划|时期)?"
)
_MEASURE = re.compile(
    r"\d|[０-９]|百分之|(?:零|无|不发生|不出现)[^，。；;,]{0,12}(?:事故|事件|投诉|伤亡|违规|差错|案件|返贫|上访)"
    r"|清零|全覆盖|应[^\W\d_a-zA-Z]尽[^\W\d_a-zA-Z]|全部(?:完成|办结|到位|落实|达标|合格)"
    r"|[一二两三四五六七八九十百千万]{1,8}(?:篇|份|场|期|人次|人|户|家|座|处|台|套|辆|公里|亩|万元|亿元|个(?!不|坚|方))"
    r"|(?:上|下)半年|[一二三四]季度|年底前|年内|[一二三四五六七八九十]{1,3}月(?:底|份|前)"
)


def promises_measure(text: str) -> bool:
    """Whether a number, a date or a share is promised; names of plans, documents and years do not count."""
    return _MEASURE.search(_NO_MEASURE.sub("", text)) is not None
