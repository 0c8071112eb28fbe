"""内置数据文件：写法合格、名称不重、互相对得上。"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from goaldsl.catalog import folded, load, schema, semantics
from goaldsl.catalog.data import FOLDERS, data_directory, named, packaged
from goaldsl.catalog.known_keys import FILES, LABELS_FILE, RATES_FILE, UNITS_FILE
from goaldsl.catalog.parsed import parsed_text
from goaldsl.catalog.schema import Fault, Record
from goaldsl.catalog.toml_reading import read_toml
from goaldsl.model.form import Place

NAMED = [
    (kind, path) for kind, folder in FOLDERS.items() for path in sorted((data_directory() / folder).iterdir())
]
TABLES = [("units.toml", UNITS_FILE), ("rates.toml", RATES_FILE), ("labels.toml", LABELS_FILE)]


def said(faults: list[Fault]) -> list[str]:
    return [fault.finding.message.zh for fault in faults]


@pytest.mark.parametrize(("kind", "path"), NAMED, ids=lambda value: getattr(value, "stem", value))
def test_every_data_file_is_sound(kind: str, path: Path) -> None:
    """每份数据文件都合格。"""
    reading = read_toml(path.read_text(encoding="utf-8"))
    catalog = load()
    assert reading.findings == ()
    assert reading.tables["id"] == path.stem, "文件名就是 id"
    whole = {**catalog.table(kind, path.stem), "id": path.stem}
    faults = [
        *schema.faults(reading.tables, FILES[kind], (), reading.spans),
        *schema.missing(reading.tables, whole, FILES[kind], (), reading.spans),
        *semantics.named_faults(kind, reading.tables, whole, (), reading.spans, catalog),
    ]
    assert said(faults) == []


@pytest.mark.parametrize(("name", "shape"), TABLES)
def test_shared_tables_are_sound(name: str, shape: Record) -> None:
    """单位，范围和栏目词典合格。"""
    reading = read_toml((data_directory() / name).read_text(encoding="utf-8"))
    faults = [
        *schema.faults(reading.tables, shape, (), reading.spans),
        *schema.missing(reading.tables, reading.tables, shape, (), reading.spans),
    ]
    assert said(faults) == []


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_name_means_one_thing(kind: str) -> None:
    """一个名称只指一样东西。"""
    owners: dict[str, set[str]] = {}
    for identity in load().ids(kind):
        table = named(kind, identity)
        for name in (identity, table["name"], *table.get("names", ())):
            owners.setdefault(folded(name), set()).add(identity)
    assert [name for name, ids in owners.items() if len(ids) > 1] == []


def test_a_unit_is_listed_once() -> None:
    """一种计量单位写法只列一次。"""
    tables = packaged("units.toml")
    listed = [[name] for name in tables["counts"]] + [unit["names"] for unit in tables["unit"]]
    spellings = Counter(name for names in listed for name in {folded(name) for name in names})
    assert [name for name, times in spellings.items() if times > 1] == []


def test_a_label_means_one_field() -> None:
    """一个栏目名称只指一栏。"""
    fields = packaged("labels.toml")["field"]
    spellings = Counter(folded(name) for field in fields.values() for name in field["names"])
    assert [name for name, times in spellings.items() if times > 1] == []


def test_a_head_noun_has_one_domain() -> None:
    """一个中心词只有一种范围。"""
    words = Counter(word for words in packaged("rates.toml").values() for word in words)
    assert [word for word, times in words.items() if times > 1] == []


def test_fields_and_classes_have_english_spellings() -> None:
    """每栏每类都有英文写法。"""
    fields = packaged("labels.toml")["field"]
    levels = [level for kind in ("mof-2015", "mof-2021") for level in named("taxonomy", kind)["level"]]
    classes = [child for level in levels for child in level["class"]]
    assert [key for key, field in fields.items() if not any(name.isascii() for name in field["names"])] == []
    assert [
        entry["name"] for entry in (*levels, *classes) if not any(n.isascii() for n in entry["names"])
    ] == []


def test_printed_fields_are_in_the_dictionary() -> None:
    """表样印的栏目都在词典里。"""
    fields = packaged("labels.toml")["field"]
    for identity in load().ids("form"):
        form = load().form(identity)
        assert form is not None
        printed = [field for field in form.fields if field.place is not Place.NOWHERE]
        assert [field.key for field in printed if field.key not in fields] == []
        for field in printed:
            found = load().field(form, field.label)
            assert found is not None and found.key == field.key, f"{identity}：{field.label}"


def test_parsed_data_is_fresh() -> None:
    """预先解析的数据没有过时。"""
    stored = (data_directory() / "parsed.json").read_text(encoding="utf-8")
    fresh = stored == parsed_text()  # a bool: the difference itself would fill pages
    assert fresh, "改过数据文件后请运行 python -m goaldsl.catalog.parsed"
