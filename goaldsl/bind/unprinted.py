"""Fields that the edition has no place for: kept and published, but nobody would see them on paper."""

from __future__ import annotations

from collections.abc import Sequence

from goaldsl.bind.codes import OTHER_FORM
from goaldsl.catalog import Catalog
from goaldsl.diagnostics import Finding, Message, Related
from goaldsl.model.form import Form, Place
from goaldsl.model.place import Text


def not_printed(fields: Sequence[tuple[Text, str]], catalog: Catalog) -> Finding:
    """One finding for all of them, by label and key: several together mean that another edition was meant."""
    first, *others = (label for label, _ in fields)
    count = len(fields)
    fitting = _fitting([key for _, key in fields], catalog)
    names = "、".join(f"“{label.value}”" for label, _ in fields[:4]) + ("……" if count > 4 else "")
    notes = (
        (
            Message(
                f"表样“{fitting}”有{'这一栏' if count == 1 else '这些栏'}。", f"The form “{fitting}” has it."
            ),
        )
        if fitting
        else ()
    )
    remedy = Message("改用有这一栏的表样，或删去这一行。", "Choose a form that has it, or remove the line.")
    if fitting and count > 1:
        remedy = Message(
            f"多半是表样没有选对：写一行“表样 {fitting}”；不要的就删去。",
            f"Another form seems to be meant: write 表样 {fitting}, or remove the lines.",
        )
    return Finding(
        OTHER_FORM,
        first.span,
        Message(
            f"所选表样不印{names}这一栏" if count == 1 else f"所选表样不印 {count} 栏：{names}",
            f"this form does not print {count} field(s): {names}",
        ),
        notes=notes,
        remedy=remedy,
        related=tuple(Related(each.span, Message("也不印", "nor this one")) for each in others),
    )


def _fitting(keys: Sequence[str], catalog: Catalog) -> str:
    """The edition that prints most of these fields, a national one before a place's; "" where none prints any."""
    forms = [form for identity in catalog.ids("form") if (form := catalog.form(identity)) is not None]
    forms.sort(key=lambda form: not form.id.startswith("mof-"))
    counts = [sum(key in _printed(form) for key in keys) for form in forms]
    most = max(counts, default=0)
    return next((name for name in forms[counts.index(most)].names[2:] if most), "")


def _printed(form: Form) -> frozenset[str]:
    return frozenset(field.key for field in form.fields if field.place is not Place.NOWHERE)
