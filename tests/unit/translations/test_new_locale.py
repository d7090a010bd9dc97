from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from colabora.cli import main
from colabora.strings import check_strings, plural_categories
from colabora.translations.new_locale import MARK, check_marks
from conftest import ROOT, Repository


@pytest.fixture
def root(repository: Repository) -> Path:
    root = repository({"docs/en/index.md": "Text.\n"})
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


# Two plural forms, three, four and six; “eo” is a made-up language, yet one with rules for numbers and dates.
@pytest.mark.parametrize("locale", ["ca", "lt", "pl", "ar", "eo"])
def test_the_strings_of_a_new_language_are_whole_and_all_marked(root: Path, locale: str) -> None:
    assert main(["--root", str(root), "new-locale", locale]) == 0
    strings, problems = check_strings(root, ("en", locale))
    assert problems == []
    assert strings[locale].texts.keys() == strings["en"].texts.keys()
    for key, text in strings["en"].texts.items():
        own = strings[locale].texts[key]
        if isinstance(text, str):
            assert own == text
        else:
            assert not isinstance(own, str)
            assert set(own) == set(plural_categories(locale))
    (warning,) = check_marks(root, ("en", locale))
    assert str(len(strings["en"].texts)) in warning.what
    assert (warning.path, warning.line) == (f"overrides/strings/{locale}.yml", 2)


def test_a_translated_string_is_no_longer_counted(root: Path) -> None:
    main(["--root", str(root), "new-locale", "ca"])
    file = root / "overrides/strings/ca.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(f"  {MARK}", ""), encoding="utf-8")
    assert list(check_marks(root, ("en", "ca"))) == []


def test_settings_get_one_line_behind_the_last_language(root: Path) -> None:
    before = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    main(["--root", str(root), "new-locale", "ca"])
    after = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    (added,) = set(after) - set(before)
    assert yaml.safe_load(added) == [{"locale": "ca", "name": "Català", "build": True}]
    assert len(after) == len(before) + 1
    assert "locale: es" in after[after.index(added) - 1]
    assert (root / "docs/ca").is_dir()


@pytest.mark.parametrize("locale", ["lv", "en", "xx", "cat", "CA", "../c"])
def test_what_is_no_new_language_is_refused_and_nothing_written(
    root: Path, locale: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    assert main(["--root", str(root), "new-locale", locale]) == 2
    assert locale in capsys.readouterr().err
    assert {p: p.read_bytes() for p in root.rglob("*") if p.is_file()} == before


def test_a_language_is_added_once(root: Path) -> None:
    assert main(["--root", str(root), "new-locale", "ca"]) == 0
    assert main(["--root", str(root), "new-locale", "ca"]) == 2
