"""Did you mean: the known word that was probably meant, as a question, a remedy and a fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from goaldsl.catalog.similar import similar
from goaldsl.diagnostics import Edit, Finding, Fix, Message
from goaldsl.model.place import Span


@dataclass(frozen=True, slots=True)
class Guess:
    """A word that was probably meant."""

    word: str

    @property
    def asked(self) -> Message:
        return Message(f"是不是“{self.word}”？", f"did you mean “{self.word}”?")

    @property
    def remedy(self) -> Message:
        return Message(f"改成“{self.word}”。", f"Write “{self.word}”.")

    def fix(self, *spans: Span, written: str | None = None, safe: bool = False) -> Fix:
        """The word in the place of what stands at `spans`; `written` where a file wants it in quotes."""
        text = self.word if written is None else written
        title = Message(f"改成“{self.word}”", f"replace by {self.word}")
        return Fix(title, tuple(Edit(span, text) for span in spans), safe)

    def onto(self, finding: Finding, *, written: str | None = None, safe: bool = False) -> Finding:
        """The finding with this word asked for under the words it is about."""
        fix = self.fix(finding.span, written=written, safe=safe)
        return replace(finding, label=self.asked, remedy=self.remedy, fix=fix)


def guess(word: str, known: Iterable[str]) -> Guess | None:
    """The known word nearest to `word`, where one is near."""
    near = similar(word, known)
    return Guess(near) if near else None


def guessing(finding: Finding, word: str, known: Iterable[str], *, safe: bool = False) -> Finding:
    """The finding with the nearest known word asked for; as it is where none is near."""
    near = guess(word, known)
    return near.onto(finding, safe=safe) if near else finding
