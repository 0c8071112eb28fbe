"""How well a cell's words suit a column. Points, not proofs: a whole row or column decides."""

from __future__ import annotations

import re
from decimal import Decimal

from goaldsl.ingest.reading.targets import is_number, number_of, sign_of
from goaldsl.ingest.reading.vocabulary import Vocabulary, squash

NEVER = -80
_MOST_POINTS = 200
_MEASURE = re.compile(
    r"^\s*(?:[≥≤><=＞＜＝≧≦═》《]+|不低于|不少于|不超过|不高于|大于|小于|至少)?\s*-?[\d０-９][\d０-９,，.．]*\s*(?P<rest>\D{0,10})$",
    re.DOTALL,
)
_DATE = re.compile(r"\d{4}\s*[年.\-/]|\d{1,2}\s*月|年底|季度|上半年|下半年")
_CRITERION = re.compile(
    r"得\s*\d|扣\s*[\d完]|满分|得分|不得分|赋分|计\s*\d+(?:\.\d+)?\s*分|酌情|扣分|按比例|计分"
)
_HAS_SIGN = re.compile("[≥≤≧≦]|[><=＞＜＝]\\s*\\d")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_TEXTS = frozenset(("explanation", "criterion", "remark", "reason", "source", "aside"))
_NUMERIC = frozenset(("score", "points"))
_GRADES = frozenset(("grade1", "grade2", "grade3", "grade4"))


class Fitting:
    """Judges cells against columns; judgements are remembered for one reading."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._known: dict[tuple[str, str], int] = {}

    def fit(self, key: str, text: str) -> int:
        """Points from NEVER to 80; 0 says nothing."""
        base = key.split("#")[0]
        found = self._known.get((base, text))
        if found is None:
            found = self._known[base, text] = self._judge(base, text)
        return found

    def _judge(self, key: str, text: str) -> int:
        words = squash(text)
        if not words or self.vocabulary.is_filler(text):
            return -20 if key == "name" or (words and key in ("level1", "level2")) else 0
        if key in ("level1", "level2"):
            return self._class(key, words)
        if words in self.vocabulary.level1 or words in self.vocabulary.level2:
            return 30 if key == "name" and words.endswith("满意度") else NEVER
        if key == "name":
            return self._name(text, words)
        sign = sign_of(text)
        if key == "type":
            return 80 if sign else NEVER
        if sign:
            return NEVER if key not in _TEXTS else -40
        if key in _NUMERIC:
            number = number_of(text)
            if number is not None and (Decimal(number) > _MOST_POINTS or number.startswith("-")):
                return -40
            return (40 if text.strip().endswith("分") else 30) if number is not None else NEVER // 2
        if key == "unit":
            return self._unit(text, words)
        if key in ("value", "value_unit", "actual", "prior", "midterm") or key in _GRADES:
            return self._measure(key, text, words)
        return self._text(key, text, words)

    def _class(self, key: str, words: str) -> int:
        first, second = words in self.vocabulary.level1, words in self.vocabulary.level2
        mine, other = (first, second) if key == "level1" else (second, first)
        if mine:
            return 80
        if other:
            return -70
        return 15 if words.endswith(("指标", "管理", "决策")) and len(words) <= 12 else -50

    def _name(self, text: str, words: str) -> int:
        if sign_of(text) or is_number(text):
            return NEVER
        if number_of(text) is not None:
            return -60
        if self.vocabulary.catalog.unit(text.strip()).known:
            return -50
        chinese = len(_CHINESE.findall(words))
        if chinese < 2:
            return -40
        points = 20 if chinese <= 40 else -10
        if _CRITERION.search(text):
            points -= 25
        if _MEASURE.match(text):
            points -= 25
        if _HAS_SIGN.search(text):
            points -= 40
        return points + (
            10
            if words.endswith(
                (
                    "率",
                    "数",
                    "量",
                    "度",
                    "额",
                    "数量",
                    "次数",
                    "人数",
                    "面积",
                    "成本",
                    "时间",
                    "情况",
                    "水平",
                    "时限",
                )
            )
            else 0
        )

    def _unit(self, text: str, words: str) -> int:
        if is_number(text):
            return NEVER
        if self.vocabulary.catalog.unit(text.strip()).known:
            return 60
        return -10 if len(words) <= 4 else -50

    def _measure(self, key: str, text: str, words: str) -> int:
        if is_number(text):
            return 30 if key != "value_unit" else 25
        match = _MEASURE.match(text)
        if match:
            known = not match["rest"].strip() or self.vocabulary.catalog.unit(match["rest"].strip()).known
            best = {"value_unit": 45, "value": 25, "actual": 40}.get(key, 35)
            return best if known else best - 15
        if _DATE.search(text) and len(words) <= 24:
            return 30
        if self.vocabulary.catalog.unit(text.strip()).known:
            return -30
        if _CRITERION.search(text):
            return -50
        return 12 if len(words) <= 12 else -5 if len(words) <= 40 else -30

    def _text(self, key: str, text: str, words: str) -> int:
        if key == "aside":
            return 0
        if is_number(text):
            return -20 if key != "remark" else -5
        if number_of(text) is not None:
            return 5 if key == "remark" else -20
        criterion = _CRITERION.search(text) is not None
        if key == "criterion":
            return 60 if criterion else 5 if len(words) > 6 else -5
        if criterion and len(words) > 8:
            return -35
        if key == "explanation":
            return 20 if len(words) > 5 else 0
        if self.vocabulary.catalog.unit(text.strip()).known:
            return -25
        return 10 if len(words) > 3 else 2
