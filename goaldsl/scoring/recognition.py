"""The one seam from official sentence to rule.

Today a sentence is kept to the letter: it is a rule that a person must apply, and nothing of it is computed. The
recogniser that reads what departments write will stand behind this same function.
"""

from __future__ import annotations

from goaldsl.model.rule import Rule, Sentence, Term


def read_sentence(text: str) -> Rule:
    """The rule that an official sentence states; the sentence itself, verbatim, as long as none is recognised."""
    return Rule((Term(Sentence(text)),))
