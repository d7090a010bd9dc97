"""Cases: one page a file, good or bad, read in a small world of pages and held against all rules.

`tests/cases/<feature>/{good,bad}/<what-it-shows>.md` is a page as an author saves it, so that its lines are those of the
messages. Comments after its end say the rest, and are cut off before it is read:

    <!-- page: docs/en/checklists/case.md -->     where it stands; it may replace a page of the world
    <!-- expect: 16: item-id -->                  line and rule of a problem; a bad case has one or more, a good one none

The world is `tests/cases/world/` with the real interface strings: registers, a list, a module with a lesson, all in
English. What the case's own file is accused of has to be exactly what it expects; problems of other files are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from colabora.checks import check_base
from colabora.knowledge_base import KnowledgeBase
from colabora.problems import RULES, Problem
from small_world import parse, read_world, with_page

HERE = Path(__file__).parent
TRAILER = re.compile(rb"(?:\n*<!-- (?:page|expect): [^\n]*-->\s*)+\Z")
ENTRY = re.compile(rb"<!-- (page|expect): ([^\n]*?) -->")
EXPECTATION = re.compile(r"(\d+): ([a-z0-9-]+)")


@dataclass(frozen=True)
class Case:
    """A case: where its page stands, its bytes, and the problems it is to have."""

    page: str
    content: bytes
    expected: frozenset[tuple[int, str]]


def parse_case(raw: bytes) -> Case:
    trailer = TRAILER.search(raw)
    assert trailer, "a case ends with <!-- page: docs/… -->"
    entries = [(key.decode(), value.decode()) for key, value in ENTRY.findall(trailer[0])]
    pages = [value for key, value in entries if key == "page"]
    assert len(pages) == 1, "a case names one page"
    found = [EXPECTATION.fullmatch(value) for key, value in entries if key == "expect"]
    assert all(found), "an expectation reads <!-- expect: 12: rule-name -->"
    expected = frozenset((int(m[1]), m[2]) for m in found if m)
    return Case(pages[0], raw[: trailer.start()] + b"\n", expected)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return read_world(tmp_path_factory.mktemp("world"))


def problems_of(case: Case, world: KnowledgeBase) -> list[Problem]:
    """Return what is wrong with the case's page, once it stands in the world."""
    page, problems = parse(world, case.page, case.content)
    _, found = check_base(with_page(world, page))
    return [p for p in [*problems, *found] if p.path == case.page]


def cases(quality: str) -> list[Path]:
    return sorted(HERE.glob(f"*/{quality}/*.md"))


def name_of(path: Path) -> str:
    return path.relative_to(HERE).with_suffix("").as_posix()


def as_text(expected: frozenset[tuple[int, str]]) -> str:
    return "\n".join(f"<!-- expect: {line}: {rule} -->" for line, rule in sorted(expected))


def test_the_world_itself_is_sound(world: KnowledgeBase) -> None:
    assert check_base(world)[1] == []


@pytest.mark.parametrize("path", cases("bad"), ids=name_of)
def test_a_bad_page_has_exactly_the_problems_it_expects(path: Path, world: KnowledgeBase) -> None:
    case = parse_case(path.read_bytes())
    assert case.expected, "a bad case expects a problem"
    assert {rule for _, rule in case.expected} <= RULES.keys()
    problems = problems_of(case, world)
    assert as_text(frozenset((p.line, p.rule) for p in problems)) == as_text(case.expected), "\n".join(
        map(str, problems)
    )


@pytest.mark.parametrize("path", cases("good"), ids=name_of)
def test_a_good_page_has_no_problem(path: Path, world: KnowledgeBase) -> None:
    case = parse_case(path.read_bytes())
    assert not case.expected, "a good case expects nothing"
    assert [str(p) for p in problems_of(case, world)] == []
