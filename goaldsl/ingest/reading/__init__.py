"""Reading a form: which words are labels, which column a cell belongs to, where a row begins. One way for all.

Document ──lines──▶ Line ──segments──▶ a form's lines ──headings──▶ columns ──alignment──▶ rows ──targets──▶ FormRead
                                             └──labelled──▶ fields, funds
The words known to any edition (labels.toml, forms/, self-evaluation/, layouts/) are the vocabulary.
"""

from __future__ import annotations
