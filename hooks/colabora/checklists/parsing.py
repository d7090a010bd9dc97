"""The line parser of checklists: a page's blocks become lists and problems.

Problems come from here and never from the Markdown extension, which renders what it can in silence. A translation's
list has ids and texts only; `checks` lays it over the English one.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from colabora.blocks import Block, walk
from colabora.checklists import list_rules, rules
from colabora.checklists.items import WrittenItem, is_id, parse_items
from colabora.checklists.model import Checklist, Item, find_cycles, item_of, parse_due
from colabora.field_types import MARKUP
from colabora.kinds import Kind, Role
from colabora.knowledge_base import Page
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem
from colabora.schemas import ChecklistFrontMatter

OPTIONS = ("role", "due", "needs")


def parse_checklists(page: Page) -> tuple[list[Checklist], list[Problem]]:
    """Return the lists that are written on a page, and all that is wrong with them."""
    lists: list[Checklist] = []
    problems: list[Problem] = []
    blocks = [b for b in walk(list(page.blocks)) if b.name == "checklist"]
    for block in blocks:
        if page.kind is not Kind.CHECKLIST:
            problems.append(list_rules.checklist_place.at(page.path, block.line, block.options.get("id", "")))
            continue
        checklist, found = _checklist(page, block)
        lists.append(checklist)
        problems += found
    if page.kind is Kind.CHECKLIST and len(blocks) != 1:
        line = blocks[1].line if blocks else page.source.first_body_line
        problems.append(list_rules.checklist_count.at(page.path, line, len(blocks)))
    return lists, problems


def _checklist(page: Page, block: Block) -> tuple[Checklist, list[Problem]]:
    _, written, problems = parse_items(page.path, block.lines, OPTIONS)
    identifier = block.options.get("id", "")
    if identifier != page.slug or not is_id(identifier):
        line = block.option_lines.get("id", block.line)
        problems.append(list_rules.checklist_id.at(page.path, line, identifier, page.slug))
    if not block.title:
        problems.append(list_rules.checklist_title.at(page.path, block.line))
    if not written:
        problems.append(list_rules.checklist_empty.at(page.path, block.line))
    is_translation = page.locale != SOURCE_LOCALE
    items: list[Item] = []
    for item in written:
        problems += _inherited(page.path, item) if is_translation else _facts_problems(page.path, item)
        if item.id and item.id not in [i.id for i in items]:
            items.append(item_of(item, page.locale))
    if not is_translation:
        problems += _needs_problems(page.path, items)
    front = page.front_matter
    stage = front.stage if isinstance(front, ChecklistFrontMatter) else None
    checklist = Checklist(
        identifier, block.title, page.name, stage, tuple(items), page.locale, block.line, path=page.path
    )
    return checklist, problems


def _facts_problems(path: str, item: WrittenItem) -> Iterator[Problem]:
    role, due = item.options.get("role"), item.options.get("due")
    if item.is_ticked:
        yield rules.item_ticked.at(path, item.line, item.text)
    if role is not None and role not in set(Role):
        yield rules.item_role.at(path, item.line, role, _nearest(role, list(Role)))
    if due is not None and parse_due(due) is None:
        yield rules.item_due.at(path, item.line, due)
    if item.options.get("needs") == "":
        yield rules.item_needs.at(path, item.line, "", "")
    if not item.details:
        yield rules.item_why.at(path, item.line, item.text)
    if MARKUP.search(item.text) or "[^" in item.text:
        yield rules.item_markup.at(path, item.line, item.text)


def _inherited(path: str, item: WrittenItem) -> Iterator[Problem]:
    for key in item.options:
        if key in OPTIONS:
            yield rules.item_inherited.at(path, item.line, key)
    if item.is_ticked:
        yield rules.item_inherited.at(path, item.line, "[x]")
    if MARKUP.search(item.text) or "[^" in item.text:
        yield rules.item_markup.at(path, item.line, item.text)


def _needs_problems(path: str, items: list[Item]) -> Iterator[Problem]:
    known = {item.id: item for item in items}
    for item in items:
        for needed in item.needs:
            other = known.get(needed)
            if other is None:
                yield rules.item_needs.at(path, item.line, needed, _nearest(needed, list(known)))
            elif item.due_days is not None and other.due_days is not None and item.due_days < other.due_days:
                yield rules.item_due_order.at(path, item.line, item.id, needed)
    for ring in find_cycles(items):
        yield rules.item_needs_cycle.at(path, known[ring[0]].line, " → ".join(ring))


def _nearest(word: str, words: list[str]) -> str:
    return "".join(get_close_matches(word, words, n=1))
