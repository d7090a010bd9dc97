"""My plan: all lists by stage, as the page shows them without a script and as the script finds them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from colabora.checklists.elements import used_element
from colabora.kinds import Role, Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.page_context import PageContext
from colabora.schemas import StageFrontMatter

STAGE_PAGE = "methodology/{}/index.md"


@dataclass(frozen=True)
class PlanStage:
    """A stage with its lists as HTML; `lang` is set where its title is not in the reader's language."""

    slug: str
    number: int
    title: str
    lang: str | None
    lists: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What the page of the plan needs; the last three are JSON for the script."""

    stages: tuple[PlanStage, ...]
    stage_names: str
    roles: str
    retired: str


def make_plan(base: KnowledgeBase, locale: str, to: Callable[[str], str]) -> Plan:
    """Return the plan for the readers of a language; `to` returns the link to a page."""
    context = PageContext(locale, strings=base.strings[locale])
    stages = tuple(_stage(base, stage, context, to) for stage in Stage)
    names = [
        {"slug": s.slug, "number": s.number, "title": s.title, **({"lang": s.lang} if s.lang else {})} for s in stages
    ]
    roles = {role: context.string(f"role.{role}") for role in Role}
    retired = [
        {"list": r.list, "item": r.item, "retired": r.retired, "replaced_by": r.replaced_by}
        for r in base.registers.released_ids
        if r.retired
    ]
    return Plan(
        tuple(s for s in stages if s.lists), *(json.dumps(x, ensure_ascii=False) for x in (names, roles, retired))
    )


def _stage(base: KnowledgeBase, stage: Stage, context: PageContext, to: Callable[[str], str]) -> PlanStage:
    locale = context.locale
    page = base.page(locale, STAGE_PAGE.format(stage))
    front = page.front_matter if page else None
    elements = [
        used_element(checklist, context, to(checklist.page), has_strings=False)
        for checklist in base.checklists.get(locale, {}).values()
        if checklist.stage is stage
    ]
    return PlanStage(
        slug=stage,
        number=front.number if isinstance(front, StageFrontMatter) else list(Stage).index(stage),
        title=page.title if page else stage,
        lang=SOURCE_LOCALE if page and page.locale != locale else None,
        lists=tuple(ET.tostring(element, encoding="unicode", method="html") for element in elements),
    )
