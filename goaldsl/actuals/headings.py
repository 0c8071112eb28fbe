"""The heading under which each indicator stands in a file of actual values: its name, unless two share one."""

from __future__ import annotations

from collections import Counter

from goaldsl.model.declaration import Declaration


def headings(declaration: Declaration) -> tuple[str, ...]:
    """One heading for each indicator, none twice: 培训合格率; where that is not enough 质量指标 培训合格率, then （2）."""
    names = Counter(indicator.name.value for indicator in declaration.indicators)
    seen: Counter[str] = Counter()
    found = []
    for indicator in declaration.indicators:
        name = indicator.name.value
        heading = name if names[name] == 1 else f"{indicator.head.value} {name}"
        seen[heading] += 1
        found.append(heading if seen[heading] == 1 else f"{heading}（{seen[heading]}）")
    return tuple(found)
