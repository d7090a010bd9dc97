"""Comparing: what two halves, an English section and its translation, have to have in common.

Takes in two `Side`s, spits out a problem for every item, answer, block, link, picture, source, table, list and number
in which they disagree, and for every sentence left in English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from colabora.knowledge_base import Page
from colabora.problems import Problem, quote
from colabora.sections import Section
from colabora.translations import rules
from colabora.translations.freshness import section_key
from colabora.translations.inventory import Inventory, Mark, Prose, plain_text, take_inventory
from colabora.translations.language import is_english
from colabora.translations.numbers import Number, parse_numbers, spelled_numbers

Word = Callable[[str, int, str], Problem]


@dataclass
class Side:
    """One language's half of a comparison: a section, or a text of the front matter."""

    path: str
    line: int
    locale: str
    prose: list[Prose] = field(default_factory=list)
    found: Inventory = field(default_factory=Inventory)

    @cached_property
    def numbers(self) -> list[tuple[Number, int]]:
        """Return all numbers with their lines."""
        return [(n, prose.line) for prose in self.prose for n in parse_numbers(prose.text, self.locale)]

    @cached_property
    def spelled(self) -> Counter[str]:
        """Return the numbers that are spelled out."""
        return sum((spelled_numbers(prose.text, self.locale) for prose in self.prose), Counter())

    def at(self, line: int = 0) -> str:
        """Return a place to look at: a line, or where the half begins."""
        return f"{self.path}:{line or self.line}"


def section_side(page: Page, section: Section) -> Side:
    """Return a section with what it holds, its heading among the prose."""
    found = take_inventory(section.lines, page.name)
    heading = [Prose(plain_text(section.heading), section.line)] if section.heading else []
    return Side(page.path, section.line, page.locale, heading + found.prose, found)


class Sides:
    """The sections of pages as halves of comparisons, taken once a page: English is compared with every language."""

    def __init__(self) -> None:
        self.taken: dict[str, dict[str, Side]] = {}

    def of(self, page: Page) -> dict[str, Side]:
        """Return a page's sections by the name under which they are followed."""
        if page.path not in self.taken:
            self.taken[page.path] = {section_key(s): section_side(page, s) for s in page.sections}
        return self.taken[page.path]


@dataclass(frozen=True)
class Comparison:
    """An English half and its translation; `exempt` are numbers that may differ."""

    english: Side
    translation: Side
    exempt: Collection[str] = ()

    def problems(self) -> Iterator[Problem]:
        """Return all that the two do not have in common."""
        one, other = self.english.found, self.translation.found
        yield from self.check_order(rules.item_differs.at, "item", one.items, other.items)
        yield from self.check_answers()
        yield from self.check_order(rules.block_differs.at, "block", one.blocks, other.blocks)
        yield from self.check_order(rules.block_differs.at, "marker", one.markers, other.markers)
        yield from self.check_counts(rules.link_differs.at, "link to", one.links, other.links)
        yield from self.check_counts(rules.picture_differs.at, "picture", one.pictures, other.pictures)
        yield from self.check_counts(rules.source_differs.at, "source", one.sources, other.sources)
        yield from self.check_order(rules.table_differs.at, "table of", one.tables, other.tables)
        yield from self.check_lists()
        yield from self.check_numbers()
        english = {prose.text for prose in self.english.prose}
        for prose in self.translation.prose:
            if is_english(prose.text, self.translation.locale, prose.text in english):
                yield rules.english_left.at(self.translation.path, prose.line, prose.text)

    def check_counts(self, word: Word, kind: str, one: list[Mark], other: list[Mark]) -> Iterator[Problem]:
        """Report what stands in one half more often than in the other."""
        wanted, given = Counter(m.name for m in one), Counter(m.name for m in other)
        path = self.translation.path
        for name in wanted - given:
            place = self.english.at(next(m.line for m in one if m.name == name))
            yield word(path, self.translation.line, f"no {kind} {quote(name)} as in {place}")
        for name in given - wanted:
            line = [m.line for m in other if m.name == name][-1]
            yield word(path, line, f"{kind} {quote(name)}, not so in the English section ({self.english.at()})")

    def check_order(self, word: Word, kind: str, one: list[Mark], other: list[Mark]) -> Iterator[Problem]:
        """Report what one half lacks, or else the first that stands in another place."""
        problems = list(self.check_counts(word, kind, one, other))
        yield from problems
        if problems:
            return
        for wanted, given in zip(one, other, strict=True):
            if wanted.name != given.name:
                what = f"{kind} {quote(given.name)} where English has {quote(wanted.name)}"
                yield word(self.translation.path, given.line, f"{what} ({self.english.at(wanted.line)})")
                return

    def check_answers(self) -> Iterator[Problem]:
        """Report choices marked as right that are not so in English."""
        right = {a.name for a in self.english.found.answers}
        given = self.translation.found.answers
        if given and {a.name for a in given} != right:
            names = quote(", ".join(a.name for a in given))
            wanted = quote(", ".join(sorted(right))) if right else "no answer"
            what = f"{names} is marked as right, in English {wanted} ({self.english.at()})"
            yield rules.answer_differs.at(self.translation.path, given[0].line, what)

    def check_lists(self) -> Iterator[Problem]:
        """Report lists of another length."""
        wanted, given = len(self.english.found.entries), len(self.translation.found.entries)
        if wanted != given:
            what = f"lists of {given} entries in all, in English {wanted} ({self.english.at()})"
            yield rules.list_differs.at(self.translation.path, self.translation.line, what)

    def check_numbers(self) -> Iterator[Problem]:
        """Report numbers that one half has alone; one that the other half spells out is no difference."""
        wanted, given = self.english.numbers, self.translation.numbers
        missing = Counter(n.value for n, _ in wanted) - Counter(n.value for n, _ in given)
        added = Counter(n.value for n, _ in given) - Counter(n.value for n, _ in wanted)
        if missing:
            missing -= self.translation.spelled
        if added:
            added -= self.english.spelled
        for value in self.exempt:
            missing.pop(value, None)
            added.pop(value, None)
        path = self.translation.path
        if added:
            line = next(line for n, line in given if n.value in added)
            lacks = f", {_list(missing)} missing" if missing else ""
            what = f"{_list(added)} more than in the English section ({self.english.at()}){lacks}"
            yield rules.number_differs.at(path, line, what)
        elif missing:
            place = self.english.at(next(line for n, line in wanted if n.value in missing))
            yield rules.number_differs.at(path, self.translation.line, f"no {_list(missing)} as in {place}")
        else:
            yield from self.check_units(wanted, given)

    def check_units(self, wanted: list[tuple[Number, int]], given: list[tuple[Number, int]]) -> Iterator[Problem]:
        """Report a number that carries another unit; one that carries none may share its neighbour's."""
        units: dict[str, set[str]] = {}
        for number, _ in wanted:
            units.setdefault(number.value, set()).add(number.unit)
        path = self.translation.path
        for number, line in given:
            known = units.get(number.value, {""})
            if number.unit and "" not in known and number.unit not in known:
                what = f"{number.value} {number.unit}, in English {number.value} {', '.join(sorted(known))}"
                yield rules.unit_differs.at(path, line, f"{what} ({self.english.at()})")
                return
        lost = {n.unit for n, _ in wanted} - {n.unit for n, _ in given} - {""}
        if lost:
            what = f"no number with {', '.join(sorted(lost))} as in the English section ({self.english.at()})"
            yield rules.unit_differs.at(path, self.translation.line, what)


def _list(values: Counter[str]) -> str:
    return quote(", ".join(v if n == 1 else f"{n} × {v}" for v, n in values.items()))
