"""My plan: what its page shows without a script, and the modules of data that its script loads when they are wanted.

The page holds the path, the lists folded by stage with a link to each, and where to begin. All items would weigh more
than the page may; they come as `lists-lv.js` once a reader unfolds, searches or has entered something.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from colabora.checklists.model import Checklist, Item
from colabora.kinds import Role, Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.page_context import PageContext
from colabora.schemas import StageFrontMatter

STAGE_PAGE = "methodology/{}/index.md"
# Groups of interface strings that scripts load, each as a module of its own a language.
SCRIPT_STRINGS = ("checklist", "plan", "quiz", "learning")
MOST_NEXT = 5  # as plan-overview.js


@dataclass(frozen=True)
class PlanList:
    """A list as the plan shows it folded; `lang` is set where its title is not in the reader's language."""

    id: str
    title: str
    lang: str | None
    href: str
    count: int


@dataclass(frozen=True)
class PlanStage:
    """A stage with its lists; `lang` is set where its title is not in the reader's language."""

    slug: str
    number: int
    title: str
    lang: str | None
    lists: tuple[PlanList, ...]

    @property
    def count(self) -> int:
        """Return the number of items."""
        return sum(one.count for one in self.lists)


@dataclass(frozen=True)
class PlanItem:
    """An item to begin with: it stands in its list at `href`."""

    text: str
    lang: str | None
    href: str
    list: PlanList


@dataclass(frozen=True)
class Plan:
    """What the page of the plan shows: all stages, and where to begin."""

    stages: tuple[PlanStage, ...]
    next: tuple[PlanItem, ...]


def make_plan(base: KnowledgeBase, locale: str, to: Callable[[str], str]) -> Plan:
    """Return the plan for the readers of a language; `to` returns the link to a page."""
    stages = tuple(_stage(base, stage, locale, to) for stage in Stage)
    return Plan(stages, tuple(_first_items(base, locale, stages))[:MOST_NEXT])


def _stage(base: KnowledgeBase, stage: Stage, locale: str, to: Callable[[str], str]) -> PlanStage:
    page = base.page(locale, STAGE_PAGE.format(stage))
    front = page.front_matter if page else None
    return PlanStage(
        slug=stage,
        number=front.number if isinstance(front, StageFrontMatter) else list(Stage).index(stage),
        title=page.title if page else stage,
        lang=_lang(page.locale, locale) if page else None,
        lists=tuple(
            PlanList(c.id, c.title, _lang(c.locale, locale), to(c.page), len(c.items))
            for c in _lists(base, locale)
            if c.stage is stage
        ),
    )


def _lists(base: KnowledgeBase, locale: str) -> list[Checklist]:
    """Return the lists of a language by stage."""
    lists = base.checklists.get(locale, {}).values()
    return sorted((c for c in lists if c.stage), key=lambda c: list(Stage).index(c.stage) if c.stage else -1)


def _first_items(base: KnowledgeBase, locale: str, stages: tuple[PlanStage, ...]) -> Iterator[PlanItem]:
    shown = {one.id: one for stage in stages for one in stage.lists}
    for checklist in _lists(base, locale):
        for item in checklist.items:
            if not item.needs:
                one = shown[checklist.id]
                href = f"{one.href}#item--{checklist.id}--{item.id}"
                yield PlanItem(item.plain, _lang(item.locale, locale), href, one)


def _lang(locale: str, reader: str) -> str | None:
    return locale if locale != reader else None


def script_modules(base: KnowledgeBase) -> dict[str, str]:
    """Return the modules that scripts load by language: words by group (`words-plan-lv.js`), lists (`lists-lv.js`)."""
    modules: dict[str, str] = {}
    for locale in base.locales:
        for group in SCRIPT_STRINGS:
            modules[f"words-{group}-{locale}.js"] = _module(base.strings[locale].section(group))
        modules[f"lists-{locale}.js"] = _module(lists_data(base, locale))
    return modules


def _module(value: Mapping[str, Any]) -> str:
    return f"export default {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def lists_data(base: KnowledgeBase, locale: str) -> dict[str, Any]:
    """Return all lists of a language as plan-lines.js reads them: facts that an item has not are left out."""
    context = PageContext(locale, strings=base.strings[locale])
    stages = make_plan(base, locale, posixpath.dirname).stages
    return {
        "stages": [
            _without_none({"slug": s.slug, "number": s.number, "title": s.title, "lang": s.lang}) for s in stages
        ],
        "roles": {role: context.string(f"role.{role}") for role in Role},
        "lists": [_list_data(c, locale) for c in _lists(base, locale)],
    }


def _list_data(checklist: Checklist, locale: str) -> dict[str, Any]:
    retired = [{"item": r.item, "retired": r.retired, "replaced_by": r.replaced_by} for r in checklist.retired]
    items = [_item_data(item, locale) for item in checklist.items]
    lang = _lang(checklist.locale, locale)
    head = {"id": checklist.id, "title": checklist.title, "stage": checklist.stage, "lang": lang}
    return _without_none(head) | {"retired": retired, "items": items}


def _item_data(item: Item, locale: str) -> dict[str, Any]:
    return _without_none(
        {
            "id": item.id,
            "text": item.plain,
            "lang": _lang(item.locale, locale),
            "digest": item.digest,
            "role": item.role,
            "due": item.due_days,
            "needs": item.needs or None,
        }
    )


def _without_none(value: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in value.items() if v is not None}
