"""What values a rate can take, by the head noun of the indicator's name (`rates.toml`)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from goaldsl.catalog.data import packaged


class RateDomain(StrEnum):
    """The range of a rate."""

    SHARE = "share"  # a part of a whole: 0 to 100 %
    CHANGE = "change"  # against a base: unbounded
    OTHER = "other"  # not negative


def rate_domain(name: str) -> RateDomain:
    """The domain of the rate called `name`, decided by the word it ends with; text in brackets does not count."""
    bare, words = _bare(name), _words()
    ending = max((word for word in words if bare.endswith(word)), key=len, default=None)
    return RateDomain.OTHER if ending is None else words[ending]


def likely_share(name: str) -> bool:
    """Whether a rate is most likely a part of a whole: every 率 is, unless its head word is known to grow."""
    domain, bare = rate_domain(name), _bare(name)
    grows = (*packaged("rates.toml")["grows"], *packaged("rates.toml")["other"])
    return domain is RateDomain.SHARE or (
        domain is RateDomain.OTHER and bare.endswith("率") and not bare.endswith(grows)
    )


def _bare(name: str) -> str:
    """A name without what stands in brackets at its end."""
    bare = name.rstrip()
    while bare.endswith(("）", ")")) and (at := max(bare.rfind("（"), bare.rfind("("))) > 0:
        bare = bare[:at].rstrip()
    return bare


@cache
def _words() -> dict[str, RateDomain]:
    tables = packaged("rates.toml")
    return {word: domain for domain in RateDomain for word in tables[domain]}
