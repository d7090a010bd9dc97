"""Parity: what a section that claims to be current must have in common with the English one.

Takes in an English page and its translation, spits out a problem for every heading, item, answer, block, link,
picture, source, table, list and number in which a section disagrees, and for every sentence left in English.
Whether that is an error is for the caller: in a section that is outdated it is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from colabora.knowledge_base import Page
from colabora.problems import Problem, quote, rule
from colabora.sections import Section
from colabora.translations.freshness import front_matter_texts, section_key, stamped_digests
from colabora.translations.inventory import Inventory, Mark, Prose, plain_text, take_inventory
from colabora.translations.language import is_english
from colabora.translations.model import BEGINNING, FRONT_MATTER
from colabora.translations.numbers import Number, parse_numbers, spelled_numbers

# Numbers that may differ: page, section and number, with a reason in the register.
Exceptions = Collection[tuple[str, str, str]]


@rule("parity-heading")
def heading_differs(what: str) -> tuple[str, str]:
    """Keep the headings of the English page with their ids, levels and order.

    Bad: `## Izmaksas {#izmaksas}` for `## Costs {#costs}`

    Good: `## Izmaksas {#costs}`
    """
    return what, "give the translation the headings of the English page, with the same ids, in the same order"


@rule("parity-front-matter")
def front_matter_differs(what: str) -> tuple[str, str]:
    """Translate every text of the front matter, every entry of a list.

    Bad: three `key_points` for the four of the English lesson

    Good: four
    """
    return what, "translate every text of the English front matter, one for one"


@rule("parity-item")
def item_differs(what: str) -> tuple[str, str]:
    """Keep items and choices with their ids, in their order.

    Bad: an item of the English list that is not in the translation

    Good: `- [ ] Izmēriet interneta ātrumu {#internet-speed}`
    """
    return what, "keep the items of the English section with the same ids, in the same order"


@rule("parity-answer")
def answer_differs(what: str) -> tuple[str, str]:
    """Leave right answers to the English page, from which they are inherited.

    Bad: `- [x] 200 cilvēku seko lapai {#followers}` where the right answer is `{#signed}`

    Good: `- [ ] 200 cilvēku seko lapai {#followers}`
    """
    return what, "write “- [ ]” before every choice: right answers are inherited from the English page"


@rule("parity-block")
def block_differs(what: str) -> tuple[str, str]:
    """Keep the blocks of the English section with their names and ids, in their order.

    Bad: a sentence of own reasoning outside of `/// own-reasoning`

    Good: the block around the same sentences as in English
    """
    return what, "keep the blocks of the English section with the same names and ids, in the same order"


@rule("parity-link")
def link_differs(what: str) -> tuple[str, str]:
    """Link to the same pages, cases and terms as the English section.

    Bad: `[pārbaude](../listen/index.md)` for `[Test](../test/index.md)`

    Good: `[pārbaude](../test/index.md)`
    """
    return what, "link to the same page, case or term as the English section"


@rule("parity-picture")
def picture_differs(what: str) -> tuple[str, str]:
    """Show the pictures of the English section.

    Bad: a section without the picture that the English one has

    Good: `![Zāle ar astoņiem galdiem](skola6-hall.jpg)`
    """
    return what, "show the same pictures as the English section"


@rule("parity-source")
def source_differs(what: str) -> tuple[str, str]:
    """Give the sources of the English section, each as often.

    Bad: `15 dalībnieki` for `15 members[^zz-de]`

    Good: `15 dalībnieki[^zz-de]`
    """
    return what, "refer to the same sources as the English section"


@rule("parity-table")
def table_differs(what: str) -> tuple[str, str]:
    """Keep the shape of tables.

    Bad: a table of three rows for an English one of four

    Good: as many rows and columns
    """
    return what, "give every table as many rows and columns as in English"


@rule("parity-list")
def list_differs(what: str) -> tuple[str, str]:
    """Keep every entry of a list.

    Bad: four entries for the five of the English list

    Good: five
    """
    return what, "give the lists of the section as many entries as in English"


@rule("parity-number")
def number_differs(what: str) -> tuple[str, str]:
    """Give the numbers of the English section, written as the language writes them.

    Bad: `1500 €` for `€5,000`; `5.000 €` in Latvian or French

    Good: `5000 €` in Latvian, `5.000 €` in German
    """
    return what, "give the same numbers; an exception goes into docs/en/about/translation-exceptions.yml"


@rule("parity-unit")
def unit_differs(what: str) -> tuple[str, str]:
    """Give the numbers the units of the English section.

    Bad: `90 €` for `90 %`

    Good: `90 %`
    """
    return what, "give the same unit as the English section"


@rule("parity-english")
def english_left(text: str) -> tuple[str, str]:
    """Leave no English sentence in a translation; a title or somebody's own words stand in quotation marks.

    Bad: `The room is free of charge.` in a Latvian page

    Good: `Telpa ir bez maksas.`
    """
    return f"{quote(text)} is English", "translate it"


@dataclass
class Side:
    """One language's half of a comparison: a section, or the texts of the front matter."""

    path: str
    line: int
    locale: str
    prose: list[Prose] = field(default_factory=list)
    found: Inventory = field(default_factory=Inventory)


def check_parity(
    english: Page, translation: Page, keys: Collection[str], exceptions: Exceptions = ()
) -> list[Problem]:
    """Compare the sections with these names; one that the translation lacks is a problem, too."""
    problems: list[Problem] = []
    if FRONT_MATTER in keys:
        problems += _check_front_matter(english, translation, exceptions)
    problems += _check_headings(english, translation, keys)
    translated = {section_key(s): s for s in translation.sections}
    for section in english.sections:
        key = section_key(section)
        if key in keys and key in translated:
            pair = section_side(english, section), section_side(translation, translated[key])
            problems += check_sides(*pair, _exempt(exceptions, english.name, key))
    return problems


def section_side(page: Page, section: Section) -> Side:
    """Return a section with what it holds, its heading among the prose."""
    found = take_inventory(section.lines, page.name)
    heading = [Prose(plain_text(section.heading), section.line)] if section.heading else []
    return Side(page.path, section.line, page.locale, heading + found.prose, found)


def check_sides(english: Side, translation: Side, exempt: Collection[str] = ()) -> Iterator[Problem]:
    """Compare two halves."""
    one, other = english.found, translation.found
    yield from _check_order(item_differs.at, "item", one.items, other.items, english, translation)
    if other.answers and {a.name for a in one.answers} != {a.name for a in other.answers}:
        names = quote(", ".join(a.name for a in other.answers))
        yield answer_differs.at(translation.path, other.answers[0].line, f"{names} is marked as the right answer")
    yield from _check_order(block_differs.at, "block", one.blocks, other.blocks, english, translation)
    yield from _check_order(block_differs.at, "marker", one.markers, other.markers, english, translation)
    yield from _check_counts(link_differs.at, "link to", one.links, other.links, english, translation)
    yield from _check_counts(picture_differs.at, "picture", one.pictures, other.pictures, english, translation)
    yield from _check_counts(source_differs.at, "source", one.sources, other.sources, english, translation)
    yield from _check_order(table_differs.at, "table of", one.tables, other.tables, english, translation)
    if len(one.entries) != len(other.entries):
        what = f"lists of {len(other.entries)} entries, in English {len(one.entries)} ({english.path}:{english.line})"
        yield list_differs.at(translation.path, translation.line, what)
    yield from check_numbers(english, translation, exempt)
    for prose in translation.prose:
        if is_english(prose.text, translation.locale):
            yield english_left.at(translation.path, prose.line, prose.text)


Word = Callable[[str, int, str], Problem]


def _check_counts(
    word: Word, kind: str, one: list[Mark], other: list[Mark], english: Side, translation: Side
) -> Iterator[Problem]:
    """Report what stands in one half more often than in the other."""
    wanted, given = Counter(m.name for m in one), Counter(m.name for m in other)
    for name in wanted - given:
        line = next(m.line for m in one if m.name == name)
        yield word(translation.path, translation.line, f"no {kind} {quote(name)} as in {english.path}:{line}")
    for name in given - wanted:
        line = [m.line for m in other if m.name == name][-1]
        yield word(translation.path, line, f"{kind} {quote(name)}, not so in the English section {_place(english)}")


def _check_order(
    word: Word, kind: str, one: list[Mark], other: list[Mark], english: Side, translation: Side
) -> Iterator[Problem]:
    """Report what one half lacks, or the first that stands elsewhere."""
    problems = list(_check_counts(word, kind, one, other, english, translation))
    yield from problems
    if not problems:
        moved = next(((a, b) for a, b in zip(one, other, strict=True) if a.name != b.name), None)
        if moved:
            what = f"{kind} {quote(moved[1].name)} where English has {quote(moved[0].name)} ({english.path}:{moved[0].line})"
            yield word(translation.path, moved[1].line, what)


def _place(side: Side) -> str:
    return f"({side.path}:{side.line})"


def check_numbers(english: Side, translation: Side, exempt: Collection[str] = ()) -> Iterator[Problem]:
    """Compare the numbers of two halves; one that the other half spells out is no difference."""
    wanted, given = _numbers(english), _numbers(translation)
    missing = Counter(n.value for n, _ in wanted) - Counter(n.value for n, _ in given)
    added = Counter(n.value for n, _ in given) - Counter(n.value for n, _ in wanted)
    missing -= _spelled(translation)
    added -= _spelled(english)
    for value in exempt:
        missing.pop(value, None)
        added.pop(value, None)
    if added:
        line = next(line for n, line in given if n.value in added)
        lacks = f", {_list(missing)} missing" if missing else ""
        what = f"{_list(added)} more than in the English section {_place(english)}{lacks}"
        yield number_differs.at(translation.path, line, what)
    elif missing:
        line = next(line for n, line in wanted if n.value in missing)
        yield number_differs.at(translation.path, translation.line, f"no {_list(missing)} as in {english.path}:{line}")
    else:
        yield from _check_units(english, translation, wanted, given)


def _check_units(
    english: Side, translation: Side, wanted: list[tuple[Number, int]], given: list[tuple[Number, int]]
) -> Iterator[Problem]:
    """Report a number that carries another unit; one that carries none may share its neighbour's."""
    units: dict[str, set[str]] = {}
    for number, _ in wanted:
        units.setdefault(number.value, set()).add(number.unit)
    for number, line in given:
        known = units.get(number.value, set()) - {""}
        if number.unit and known and number.unit not in known and "" not in units[number.value]:
            what = f"{number.value} {number.unit}, in English {number.value} {', '.join(sorted(known))} {_place(english)}"
            yield unit_differs.at(translation.path, line, what)
            return
    lost = {n.unit for n, _ in wanted} - {n.unit for n, _ in given} - {""}
    if lost:
        what = f"no number with {', '.join(sorted(lost))} as in the English section {_place(english)}"
        yield unit_differs.at(translation.path, translation.line, what)


def _numbers(side: Side) -> list[tuple[Number, int]]:
    return [(n, prose.line) for prose in side.prose for n in parse_numbers(prose.text, side.locale)]


def _spelled(side: Side) -> Counter[str]:
    return sum((spelled_numbers(prose.text, side.locale) for prose in side.prose), Counter())


def _list(values: Counter[str]) -> str:
    return quote(", ".join(v if n == 1 else f"{n} × {v}" for v, n in values.items()))


def _exempt(exceptions: Exceptions, page: str, key: str) -> list[str]:
    return [number for name, section, number in exceptions if (name, section) == (page, key)]


def _check_headings(english: Page, translation: Page, keys: Collection[str]) -> Iterator[Problem]:
    levels = {section_key(s): s.level for s in english.sections}
    lines = {section_key(s): s.line for s in translation.sections}
    for section in english.sections:
        key = section_key(section)
        if key in keys and key not in lines:
            what = "no text before the first heading" if key == BEGINNING else f"no heading {quote(key)}"
            yield heading_differs.at(
                translation.path, translation.source.first_body_line, f"{what} as in {english.path}:{section.line}"
            )
    followed = stamped_digests(translation)
    for section in translation.sections:
        key = section_key(section)
        if key not in levels and key not in followed:
            what = f"heading {quote(key)} is not in {english.path}" if section.id else f"text before the first heading, none in {english.path}"
            yield heading_differs.at(translation.path, section.line, what)
        elif key in keys and section.level != levels.get(key, section.level):
            what = f"heading {quote(key)} of level {section.level}, in English {levels[key]}"
            yield heading_differs.at(translation.path, section.line, what)
    wanted = [k for k in levels if k in keys and k in lines]
    given = [k for k in lines if k in keys and k in levels]
    for one, other in zip(wanted, given, strict=True):
        if one != other:
            what = f"heading {quote(other)} where English has {quote(one)}"
            yield heading_differs.at(translation.path, lines[other], what)
            return


def _check_front_matter(english: Page, translation: Page, exceptions: Exceptions) -> Iterator[Problem]:
    wanted = front_matter_texts(english.source, english.kind)
    given = front_matter_texts(translation.source, translation.kind)
    exempt = _exempt(exceptions, english.name, FRONT_MATTER)
    for key, value in wanted.items():
        line = translation.source.line_of(key)
        if key not in given:
            yield front_matter_differs.at(translation.path, 1, f"no {quote(key)} as in {english.path}")
            continue
        texts, translated = _texts(value), _texts(given[key])
        if texts.keys() != translated.keys():
            lacks = ", ".join(map(str, texts.keys() ^ translated.keys()))
            what = f"{quote(key)} has {len(translated)} entries, in English {len(texts)} (differs: {lacks})"
            yield front_matter_differs.at(translation.path, line, what)
            continue
        for part, text in texts.items():
            place = english.source.line_of(f"{key}.{part}" if part else key)
            own = Side(translation.path, _entry_line(translation, key, part), translation.locale)
            own.prose = [Prose(translated[part], own.line)]
            theirs = Side(english.path, place, english.locale, [Prose(text, place)])
            yield from check_sides(theirs, own, exempt)


def front_matter_prose(page: Page) -> list[Prose]:
    """Return the texts of a page's front matter with their lines."""
    return [
        Prose(text, _entry_line(page, key, part))
        for key, value in front_matter_texts(page.source, page.kind).items()
        for part, text in _texts(value).items()
    ]


def _texts(value: object) -> Mapping[str, str]:
    """Return a text, the texts of a list or the texts of entries by what names them."""
    if isinstance(value, dict):
        return {str(k): str(v) for k, v in value.items()}
    if isinstance(value, list):
        return {str(n): str(v) for n, v in enumerate(value)}
    return {"": str(value)}


def _entry_line(page: Page, key: str, part: str) -> int:
    """Return the line of an entry, also of one that is named by its id rather than its place."""
    value = page.source.front_matter.get(key)
    if part and not part.isdigit() and isinstance(value, list):
        place = next((n for n, e in enumerate(value) if isinstance(e, dict) and part in map(str, e.values())), 0)
        return page.source.line_of(f"{key}.{place}")
    return page.source.line_of(f"{key}.{part}" if part else key)
