from __future__ import annotations

from pathlib import Path

import pytest

from colabora.strings import Strings, check_strings, plural_categories

EN = 'list:\n  title: "Plan of {name}"\n  count: {one: "{count} item", other: "{count} items"}\n'


def write(root: Path, **texts: str) -> Path:
    folder = root / "overrides" / "strings"
    folder.mkdir(parents=True)
    for locale, text in texts.items():
        (folder / f"{locale}.yml").write_text(text, encoding="utf-8")
    return root


def found(root: Path) -> list[tuple[str, int, str]]:
    _, problems = check_strings(root, ("en", "lv"))
    return [(p.path, p.line, p.rule) for p in problems]


LV = 'list:\n  title: "{name} plāns"\n  count: {zero: "{count} punktu", one: "{count} punkts", other: "{count} punkti"}\n'


def test_complete_strings_have_no_problem(tmp_path: Path) -> None:
    assert found(write(tmp_path, en=EN, lv=LV)) == []


def test_a_text_without_the_plural_forms_of_english_is_missing(tmp_path: Path) -> None:
    missing = found(write(tmp_path, en=EN, lv=LV.replace("  count: {", "  more: {")))
    assert ("overrides/strings/lv.yml", 1, "string-missing") in missing


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 punktu"), (1, "1 punkts"), (21, "21 punkts"), (11, "11 punktu"), (5, "5 punkti")]
)
def test_latvian_counts_have_three_forms(tmp_path: Path, number: int, expected: str) -> None:
    strings, _ = check_strings(write(tmp_path, en=EN, lv=LV), ("en", "lv"))
    assert strings["lv"].count("list.count", number) == expected


def test_numbers_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    strings, _ = check_strings(write(tmp_path, en=EN, lv=LV), ("en", "lv"))
    assert strings["en"].count("list.count", 12345) == "12,345 items"
    assert strings["lv"].count("list.count", 12345) == "12\u00a0345 punkti"


def test_a_key_that_is_not_there_is_an_error_not_an_empty_text() -> None:
    strings = Strings("en", {"a.b": "x", "a.c": {"one": "1", "other": "2"}})
    assert strings.section("a") == {"b": "x", "c": {"one": "1", "other": "2"}}
    for key in ("a.z", "a.c"):
        with pytest.raises(KeyError):
            strings(key)
    with pytest.raises(KeyError):
        strings.count("a.b", 1)


def test_plural_categories_are_those_of_whole_numbers() -> None:
    assert {x: plural_categories(x) for x in ("lv", "de", "fr")} == {
        "lv": ("zero", "one", "other"),
        "de": ("one", "other"),
        "fr": ("one", "other"),
    }
