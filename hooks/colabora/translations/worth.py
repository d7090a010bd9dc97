"""Worth: in which order pages are worth translating to a reader, entry pages first."""

from __future__ import annotations

from colabora.kinds import Kind
from colabora.knowledge_base import Page
from colabora.schemas import ModuleFrontMatter, StageFrontMatter

# A page stands with the first of these that its name begins with; what no line names comes before `about`.
FOLDERS = ("index.md", "doors/", "take-part/", "methodology/index.md", "methodology/", "checklists/", "training/",
           "toolbox/", "case-studies/", "contribute/", "about/")  # fmt: skip
KINDS = (Kind.STAGE, Kind.MODULE, Kind.PAGE, Kind.CHECKLIST, Kind.PRACTICE, Kind.LESSON, Kind.ACTIVITY,
         Kind.TEMPLATE, Kind.CALCULATOR, Kind.CASE_STUDY)  # fmt: skip


def reader_worth(english: Page) -> tuple[int, int, int, int, str]:
    """Return the sort key of a page: home, doors, method and stages, checklists, course, cases, about."""
    folder = next((n for n, start in enumerate(FOLDERS) if english.name.startswith(start)), len(FOLDERS) - 1)
    is_entry = 0 if english.name.endswith("/index.md") and english.kind is Kind.PAGE else 1
    return folder, is_entry, KINDS.index(english.kind), _number(english), english.name


def _number(page: Page) -> int:
    match page.front_matter:
        case StageFrontMatter(number=number) | ModuleFrontMatter(number=number):
            return number
    return 0
