"""The shape of every data file and of `goaldsl.toml`: which keys there are and what they hold."""

from __future__ import annotations

from goaldsl.catalog.schema import Flag, Key, Listing, Named, Number, Record, Text
from goaldsl.diagnostics import Preset
from goaldsl.model.form import FieldType, Place, PointsPlace
from goaldsl.model.target import Direction

COLUMN_KEYS = (
    "level1", "level2", "name", "type", "value", "unit", "value_unit", "score", "explanation", "criterion",
    "remark", "source", "midterm", "half_year", "last_year", "year_before", "area",
)  # fmt: skip
TASK_KEYS = ("name", "content", "budget", "fiscal", "other")
STAGES = {
    "草案": Preset.DRAFT,
    "送审": Preset.REVIEW,
    "批复": Preset.FROZEN,
    "draft": Preset.DRAFT,
    "review": Preset.REVIEW,
    "frozen": Preset.FROZEN,
}
LANGUAGES = ("zh", "en")
FORMATS = ("html", "pdf", "json")
KNOWN_FORMATS = (*FORMATS, "review")

TEXT = Key(Text())
TEXTS = Key(Listing(Text()))
REQUIRED_TEXT = Key(Text(), required=True)
FLAG = Key(Flag())
YEAR = Key(Number(1949, 2200, whole=True))
POINTS = Key(Number(0, 1000))

NAMED = {"name": REQUIRED_TEXT, "names": TEXTS, "extends": TEXT, "source": TEXT}
"""What taxonomies, profiles and forms have in common."""

CLASS = Record(
    {
        "name": REQUIRED_TEXT,
        "names": TEXTS,
        "code": TEXT,
        "direction": Key(Text((Direction.ASCENDING.value, Direction.DESCENDING.value))),
        "note": TEXT,
        "same_as": TEXT,
    }
)
LEVEL = Record({"name": REQUIRED_TEXT, "names": TEXTS, "code": TEXT, "class": Key(Listing(CLASS))})
TAXONOMY = Record(
    {**NAMED, "first_year": YEAR, "last_year": YEAR, "level": Key(Listing(LEVEL), required=True)}
)

WEIGHT = Record({"level1": REQUIRED_TEXT, "points": POINTS})
REQUIRED_CLASS = Record({"level1": REQUIRED_TEXT, "level2": TEXT, "waivable": FLAG, "source": REQUIRED_TEXT})
GRADE = Record({"name": REQUIRED_TEXT, "at_least": Key(Number(0, 100), required=True)})
EXECUTION_MARK = Record(
    {
        "month": Key(Number(1, 12, whole=True), required=True),
        "at_least": Key(Number(0, 100), required=True),
    }
)
WORDING = Key(Named(Text()))
PROFILE = Record(
    {
        **NAMED,
        "total": Key(Number(1, 1000), required=True),
        "weight": Key(Listing(WEIGHT)),
        "execution": POINTS,
        "execution_source": TEXT,
        "required": Key(Listing(REQUIRED_CLASS)),
        "grade": Key(Listing(GRADE)),
        "wording": WORDING,
        "decimals": Key(Number(0, 6, whole=True)),
        "row_limit": Key(Number(1, 100)),
        "round_rows": FLAG,
        "execution_reason": Key(Number(0, 100)),
        "over_achievement": Key(Number(100, 1000)),
        "execution_mark": Key(Listing(EXECUTION_MARK)),
    }
)

FIELD = Record(
    {
        "key": REQUIRED_TEXT,
        "label": REQUIRED_TEXT,
        "names": TEXTS,
        "type": Key(Text(tuple(kind.value for kind in FieldType))),
        "place": Key(Text(tuple(place.value for place in Place))),
        "row": Key(Number(0, 100, whole=True)),
        "required": FLAG,
        "bureau": FLAG,
        "always": FLAG,
        "join": FLAG,
        "number": Key(Text(needs=("{n}", "{汉}"))),
    }
)
COLUMN = Record(
    {
        "key": Key(Text(COLUMN_KEYS), required=True),
        "label": REQUIRED_TEXT,
        "names": TEXTS,
        "width": Key(Number(1, 100), required=True),
        "always": FLAG,
        "beside": TEXT,
    }
)
TASK_COLUMN = Record(
    {
        "key": Key(Text(TASK_KEYS), required=True),
        "label": REQUIRED_TEXT,
        "width": Key(Number(1, 100), required=True),
    }
)
FORM = Record(
    {
        **NAMED,
        "title": REQUIRED_TEXT,
        "year_line": TEXT,
        "unit_line": FLAG,
        "profile": REQUIRED_TEXT,
        "taxonomy": REQUIRED_TEXT,
        "margin_label": TEXT,
        "points": Key(Text(tuple(place.value for place in PointsPlace)), required=True),
        "quality": TEXT,
        "merge": FLAG,
        "landscape": FLAG,
        "notes_title": TEXT,
        "notes": TEXTS,
        "columns": Key(Listing(COLUMN), required=True),
        "task_columns": Key(Listing(TASK_COLUMN)),
        "field": Key(Listing(FIELD)),
    }
)

UNIT = Record(
    {
        "names": Key(Listing(Text(blank=False), least=1), required=True),
        "dimension": REQUIRED_TEXT,
        "scale": TEXT,
        "counted": TEXT,
        "whole": FLAG,
    }
)

SHAPES = {"taxonomy": TAXONOMY, "profile": PROFILE, "form": FORM}
"""The shape of each kind of named data."""
EXTENSIONS = {"taxonomies": "taxonomy", "profiles": "profile", "forms": "form"}
"""The tables of `goaldsl.toml` that hold a project's own, `[forms.ID]`, and the kind of each."""


def _file(shape: Record) -> Record:
    """A data file holds its id; in `goaldsl.toml` the table's name is the id."""
    return Record({"id": REQUIRED_TEXT, **shape.keys})


FILES = {kind: _file(shape) for kind, shape in SHAPES.items()}
UNITS_FILE = Record({"counts": TEXTS, "unit": Key(Listing(UNIT))})
RATES_FILE = Record({"share": TEXTS, "change": TEXTS, "other": TEXTS, "grows": TEXTS})
LABELS_FILE = Record(
    {
        "field": Key(
            Named(Record({"names": TEXTS, "type": FIELD.keys["type"], "bureau": FLAG})),
            required=True,
        ),
        "column": Key(Named(Record({"names": TEXTS})), required=True),
    }
)

DIFF = Record(
    {"select": TEXTS, "ignore": TEXTS, "accept": Key(Text(("baseline", "candidate")))},
)
CONFIG = Record(
    {
        "form": TEXT,
        "taxonomy": TEXT,
        "profile": TEXT,
        "year": YEAR,
        "stage": Key(Text(tuple(STAGES))),
        "language": Key(Text(LANGUAGES)),
        "keywords": Key(Text(LANGUAGES)),
        "formats": Key(Listing(Text(KNOWN_FORMATS))),
        "attach_source": FLAG,
        "strict": FLAG,
        "wording": WORDING,
        "diff": Key(DIFF),
        "unit": Key(Listing(UNIT)),
        **{table: Key(Named(SHAPES[kind])) for table, kind in EXTENSIONS.items()},
    }
)
