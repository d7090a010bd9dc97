"""Cases: `tests/cases/<feature>/{good,bad}/<what-it-shows>`, each held against all rules. There are two forms.

**A page** (`.md`), as an author saves it, so that its lines are those of the messages. Comments after its end say the
rest, and are cut off before it is read:

    <!-- page: docs/en/checklists/case.md -->     where it stands; it may replace a page of the world
    <!-- expect: 16: item-id -->                  line and rule of a problem; a bad case has one or more, a good one none
    <!-- near: item-id, item-braces -->           rules that a good case only just keeps

Its world is `tests/cases/world/` with the real interface strings: registers, a list, a module with a lesson, all in
English. What the page is accused of has to be exactly what it expects; problems of other files are left out.

**A change to the world** (`.yml`), where a rule is about a file's name, a register, a strings file, a symbolic link or
a translation and what it translates. Its world has the pages of `tests/cases/translations/world/` in five languages,
too, stamped; and all problems of all files have to be those it expects:

    files:                                        text, bytes in hexadecimal digits, a symbolic link, or a page
      docs/en/about/notes.md: {link: ../../secret.md}      with the usual front matter; `repeat` and `times` make much of little
    edits:
      docs/lv/about/rooms.md: [["90 %", "90 €"]]
    expect: ["docs/en/about/notes.md:1: symlink"]
    near: []

Every rule has a bad case that breaks it and a good one that only just does not: one that names it, or is named after it.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from case_files import Case, Place, read_case
from colabora.checks import check, check_base
from colabora.knowledge_base import KnowledgeBase
from colabora.problems import RULES, Problem
from small_world import parse, read_world, with_page
from translated_world import edit, make_translated_world

HERE = Path(__file__).parent
LONGEST = 5  # seconds, whatever a file holds


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return read_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_translated_world(tmp_path_factory.mktemp("translated"))
    (root / "overrides/markers").mkdir()
    (root / "secret.md").write_text("What lies outside of docs/ is nobody’s business.", encoding="utf-8")
    return root


def page_problems(case: Case, world: KnowledgeBase) -> list[Problem]:
    """Return what is wrong with the case's page, once it stands in the world."""
    ((path, content),) = case.files.items()
    assert isinstance(content, bytes)
    page, problems = parse(world, path, content)
    _, found = check_base(with_page(world, page))
    return [p for p in [*problems, *found] if p.path == path]


def world_problems(case: Case, root: Path) -> list[Problem]:
    """Return what is wrong anywhere, once the case has been written into a world of its own."""
    for name, content in case.files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.symlink_to(content)
    for name, pairs in case.edits.items():
        for old, new in pairs:
            edit(root / name, old, new)
    begun = time.process_time()
    _, problems = check(root)
    assert time.process_time() - begun < LONGEST
    return problems


def problems_of(case: Case, file: Path, world: KnowledgeBase, translated: Path, folder: Path) -> list[Problem]:
    if file.suffix == ".md":
        return page_problems(case, world)
    return world_problems(case, Path(shutil.copytree(translated, folder / "world")))


def cases(quality: str) -> list[Path]:
    return sorted(f for f in HERE.glob(f"*/{quality}/*") if f.suffix in (".md", ".yml"))


def name_of(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


def as_text(places: Iterable[Place]) -> str:
    return "\n".join(f"{path}:{line}: {rule}" for path, line, rule in sorted(set(places)))


def test_the_worlds_themselves_are_sound(world: KnowledgeBase, translated: Path) -> None:
    assert check_base(world)[1] == []
    assert check(translated)[1] == []


@pytest.mark.parametrize("file", cases("bad"), ids=name_of)
def test_a_bad_case_has_exactly_the_problems_it_expects(
    file: Path, world: KnowledgeBase, translated: Path, tmp_path: Path
) -> None:
    case = read_case(file)
    assert case.expected, "a bad case expects a problem"
    assert case.rules <= RULES.keys()
    problems = problems_of(case, file, world, translated, tmp_path)
    found = as_text((p.path, p.line, p.rule) for p in problems)
    assert found == as_text(case.expected), "\n".join(map(str, problems))


@pytest.mark.parametrize("file", cases("good"), ids=name_of)
def test_a_good_case_has_no_problem(file: Path, world: KnowledgeBase, translated: Path, tmp_path: Path) -> None:
    case = read_case(file)
    assert not case.expected, "a good case expects nothing"
    assert case.near <= RULES.keys()
    assert [str(p) for p in problems_of(case, file, world, translated, tmp_path)] == []


def test_every_rule_has_a_bad_case_and_a_good_one_beside_it() -> None:
    broken = {rule for file in cases("bad") for rule in read_case(file).rules}
    kept = {rule for file in cases("good") for rule in {file.stem} | read_case(file).near}
    assert sorted(RULES.keys() - broken) == []
    assert sorted(RULES.keys() - kept) == []
