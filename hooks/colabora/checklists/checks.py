"""Checks of checklists that need more than one page: translations, uses, and the register of released ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Protocol

from colabora.blocks import walk
from colabora.checklists import list_rules, rules
from colabora.checklists.model import Checklist, merge
from colabora.checklists.parsing import parse_checklists
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem
from colabora.registers import FOLDER as REGISTERS
from colabora.registers import ReleasedItem

REGISTER = f"{REGISTERS}/released-ids.yml"


def with_checklists(base: KnowledgeBase) -> tuple[KnowledgeBase, list[Problem]]:
    """Return the knowledge base with its lists as the readers of each language see them, and their problems."""
    written: dict[str, dict[str, Checklist]] = {}
    problems: list[Problem] = []
    for locale in base.locales:
        written[locale] = {}
        for page in base.pages.get(locale, {}).values():
            lists, found = parse_checklists(page)
            problems += found
            written[locale] |= {c.id: c for c in lists}
            problems += _check_uses(base, page)
    english = {c.id: _with_releases(c, base.registers.released_ids) for c in written.get(SOURCE_LOCALE, {}).values()}
    problems += check_releases(english, base.registers.released_ids)
    for locale in base.locales:
        for checklist in written[locale].values() if locale != SOURCE_LOCALE else ():
            if checklist.id in english:
                problems += compare(base, checklist, english[checklist.id])
    read = {x: {c.id: merge(c, None if x == SOURCE_LOCALE else written[x].get(c.id)) for c in english.values()}
            for x in base.locales}  # fmt: skip
    return replace(base, checklists=read), problems


def _with_releases(checklist: Checklist, released: Sequence[ReleasedItem]) -> Checklist:
    own = [r for r in released if r.list == checklist.id]
    since = {r.item: r.since for r in own if not r.retired}
    items = tuple(replace(item, since=since.get(item.id, "")) for item in checklist.items)
    return replace(checklist, items=items, retired=tuple(r for r in own if r.retired))


def _check_uses(base: KnowledgeBase, page: Page) -> Iterator[Problem]:
    known = [p.slug for p in base.of_kind(Kind.CHECKLIST)]
    for block in walk(list(page.blocks)):
        if block.name != "checklist-use":
            continue
        if block.title not in known:
            yield list_rules.checklist_use.at(page.path, block.line, block.title, _nearest(block.title, known))
        if text := next((line for line in block.lines if line.text.strip()), None):
            yield list_rules.checklist_use_text.at(page.path, text.number, text.text)


def compare(base: KnowledgeBase, translated: Checklist, english: Checklist) -> Iterator[Problem]:
    """Hold a translated list against the English one."""
    page, source = (base.pages[c.locale][c.page] for c in (translated, english))
    yield from compare_order(translated.path, translated.items, english.items, is_outdated(page, source, english.line))
    for item in translated.items:
        original = english.item(item.id)
        if original and original.details and not item.details:
            yield rules.item_why.at(translated.path, item.line, item.text)


class Entry(Protocol):
    """What has an id and a line: an item, a choice, a question."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def line(self) -> int: ...  # noqa: D102


def compare_order(
    path: str, translated: Sequence[Entry], english: Sequence[Entry], outdated: bool = False
) -> Iterator[Problem]:
    """Say which ids English lacks and which stand in another order; in an outdated section the order may differ."""
    places = {item.id: number for number, item in enumerate(english)}
    furthest = -1
    for item in (one for one in translated if one.id):
        place = places.get(item.id)
        if place is None:
            yield rules.item_unknown.at(path, item.line, item.id, _nearest(item.id, list(places)))
        elif place < furthest and not outdated:
            yield rules.item_order.at(path, item.line, item.id, english[furthest].id)
        else:
            furthest = max(place, furthest)


def is_outdated(page: Page, english: Page, line: int) -> bool:
    """Tell whether the English section around a line has changed since the translation was stamped."""
    section = next((s for s in reversed(english.sections) if s.line <= line), None)
    state = page.front_matter.translation if page.front_matter else None
    stamped = state.source.get(section.id) if state and section else None
    return bool(section and stamped and stamped != section.digest)


def check_releases(lists: Mapping[str, Checklist], released: Sequence[ReleasedItem]) -> Iterator[Problem]:
    """Hold the lists against the register: a released id stays or is retired, a retired one is never used again."""
    known = {(r.list, r.item) for r in released}
    for entry in released:
        checklist = lists.get(entry.list)
        item = checklist.item(entry.item) if checklist else None
        if entry.retired is None and item is None:
            new = [i.id for i in checklist.items if (entry.list, i.id) not in known] if checklist else []
            path, line = (checklist.path, checklist.line) if checklist else (REGISTER, 1)
            name = entry.item if checklist else f"{entry.list}/{entry.item}"
            yield rules.item_vanished.at(path, line, name, entry.since, _nearest(entry.item, new))
        elif entry.retired is not None and item is not None and checklist is not None:
            yield rules.item_retired.at(checklist.path, item.line, entry.item, entry.retired)
        for replacement in entry.replaced_by:
            if not (checklist and checklist.item(replacement)) and (entry.list, replacement) not in known:
                yield rules.item_replacement.at(REGISTER, 1, f"{entry.list}/{entry.item}", replacement)


def _nearest(word: str, words: list[str]) -> str:
    return "".join(get_close_matches(word, words, n=1))
