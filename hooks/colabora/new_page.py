"""New pages: a skeleton of a kind, which passes every check but for the gaps it marks with ⟨ and ⟩."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from colabora.field_types import slug
from colabora.kinds import Kind, Stage
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem, quote, rule
from colabora.source import Source

SKELETONS = Path(__file__).with_name("skeletons")
GAP = re.compile(r"⟨([^⟩]*)⟩")

PLACES: Mapping[Kind, str] = {
    Kind.STAGE: "methodology/{slug}/index.md",
    Kind.PRACTICE: "methodology/{parent}/{slug}.md",
    Kind.CHECKLIST: "checklists/{slug}.md",
    Kind.CASE_STUDY: "case-studies/{slug}.md",
    Kind.MODULE: "training/{slug}/index.md",
    Kind.LESSON: "training/{parent}/{slug}.md",
    Kind.ACTIVITY: "toolbox/activities/{slug}.md",
    Kind.TEMPLATE: "toolbox/templates/{slug}.md",
    Kind.CALCULATOR: "toolbox/calculators/{slug}.md",
    Kind.PAGE: "about/{slug}.md",
}


@rule("gap")
def gap(what: str) -> tuple[str, str]:
    """Fill in the gaps of a new page before it is published.

    Bad: `title: "⟨what to do, as an order⟩"`

    Good: `title: "Open the raw building"`
    """
    return f"gap {quote(what)}", "write it"


def check_gaps(source: Source) -> Iterator[Problem]:
    """Return every gap in front matter and body."""
    for key, value in source.front_matter.items():
        for found in GAP.findall(str(value)):
            yield gap.at(source.path, source.line_of(key), found)
    for line in source.lines:
        for found in GAP.findall(line.text):
            yield gap.at(source.path, line.number, found)


class CannotCreateError(Exception):
    """Say why a page can't be made."""


def new_page(root: Path, kind: Kind, name: str, parent: str) -> Path:
    """Write a skeleton and return its path; `parent` is the stage of a practice or the module of a lesson."""
    for text in filter(None, (name, parent)):
        try:
            slug(text)
        except ValueError as fault:
            raise CannotCreateError(f"{quote(text)} is {fault}") from fault
    place = PLACES[kind]
    if "{parent}" in place and not parent:
        raise CannotCreateError(f"a {kind} stands in a folder: name it with --in (a stage or module)")
    file = root / "docs" / SOURCE_LOCALE / place.format(slug=name, parent=parent)
    if file.exists():
        raise CannotCreateError(f"{file.relative_to(root)} is there already: choose another slug")
    stage = parent if parent in list(Stage) else Stage.SPARK
    text = (SKELETONS / f"{kind}.md").read_text(encoding="utf-8")
    for key, value in {"slug": name, "stage": stage, "today": dt.date.today().isoformat()}.items():
        text = text.replace(f"{{{key}}}", value)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
