"""Kinds of pages: where each stands and the parts its body has to have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fnmatch import fnmatchcase


class Kind(StrEnum):
    """The kinds of pages of the content model."""

    STAGE = "stage"
    PRACTICE = "practice"
    CHECKLIST = "checklist"
    CASE_STUDY = "case-study"
    MODULE = "module"
    LESSON = "lesson"
    ACTIVITY = "activity"
    TEMPLATE = "template"
    CALCULATOR = "calculator"
    PAGE = "page"


# First match wins; a folder's own index that is not itself of the kind comes first.
PLACES: tuple[tuple[str, Kind], ...] = (
    ("methodology/index.md", Kind.PAGE),
    ("methodology/*/index.md", Kind.STAGE),
    ("methodology/*/*.md", Kind.PRACTICE),
    ("checklists/index.md", Kind.PAGE),
    ("checklists/*.md", Kind.CHECKLIST),
    ("case-studies/index.md", Kind.PAGE),
    ("case-studies/charts.md", Kind.PAGE),
    ("case-studies/*.md", Kind.CASE_STUDY),
    ("training/index.md", Kind.PAGE),
    ("training/*/index.md", Kind.MODULE),
    ("training/*/*.md", Kind.LESSON),
    ("toolbox/*/index.md", Kind.PAGE),
    ("toolbox/activities/*.md", Kind.ACTIVITY),
    ("toolbox/templates/*.md", Kind.TEMPLATE),
    ("toolbox/calculators/*.md", Kind.CALCULATOR),
)


def kind_of(page: str) -> Kind:
    """Return the kind of a page from its place below the locale's folder (`case-studies/skola6.md`)."""
    depth = page.count("/")
    return next((k for pattern, k in PLACES if pattern.count("/") == depth and fnmatchcase(page, pattern)), Kind.PAGE)


# The headings every page of a kind has, by id, in this order; others may stand between them.
FIXED_PARTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.STAGE: ("outcome", "practices", "checklist", "cases", "pitfalls"),
    Kind.PRACTICE: ("when-to-use", "when-not-to-use", "steps", "elsewhere", "pitfalls", "sources"),
    Kind.CHECKLIST: ("for-whom", "list", "use"),
    Kind.CASE_STUDY: (
        "at-a-glance", "story", "community", "money", "what-worked", "what-did-not", "what-others-can-use", "sources",
    ),
    Kind.MODULE: ("who", "objectives", "lessons", "assessment", "session-plan"),
    Kind.LESSON: ("key-points",),
    Kind.ACTIVITY: ("what-for", "before", "during", "after", "variants"),
    Kind.TEMPLATE: ("what-for", "how-to", "text", "downloads"),
    Kind.CALCULATOR: ("what-for", "calculator", "formula", "ranges"),
}  # fmt: skip


class Stage(StrEnum):
    """The eight stages, in the order of the method."""

    SPARK = "spark"
    LISTEN = "listen"
    TEST = "test"
    SHAPE = "shape"
    SET_UP = "set-up"
    OPEN = "open"
    GROW = "grow"
    LAST = "last"


class Role(StrEnum):
    """Who does something in a space."""

    COMMUNITY_BUILDER = "community-builder"
    MANAGER = "manager"
    CARETAKER = "caretaker"
    OPERATOR = "operator"
    OWNER = "owner"
    FUNDER = "funder"
    COORDINATOR = "coordinator"
    VOLUNTEER = "volunteer"
