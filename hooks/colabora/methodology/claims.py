"""Claims: every number on a methodology page stands beside a source, beside a case, or in a block of own reasoning.

Takes in a page's paragraphs, spits out a problem for each number that rests on nothing::

    It drew 140 people in a week.              →  “140” has no source
    It drew 140 people in a week[^skola6-ir].  →  nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from colabora.blocks import Block, walk
from colabora.knowledge_base import Page
from colabora.locales import SOURCE_LOCALE
from colabora.markdown import SOURCE_REFERENCE
from colabora.plain_text import CODE_SPAN, LINK
from colabora.problems import Problem, quote, rule
from colabora.sections import HEADING
from colabora.source import Line

# A number of a list entry, of a heading or in an address claims nothing.
LIST_NUMBER = re.compile(r"^\s*\d+[.)]\s")
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*(?<![.,])(?:st|nd|rd|th)?(?![\w])")
CASE = re.compile(r"\]\(case:")
# The span that gives a stage its name; it measures nothing.
NAME = re.compile(r"\b(?:100 days|day 100)\b")
# Blocks whose text is the guide's own by their nature.
OWN = frozenset(("own-reasoning", "checklist", "checklist-use", "question", "exercise"))
# Sections that say how good the sources are, not what they say.
ABOUT_SOURCES = frozenset(("sources",))


@rule("number-without-source")
def number_without_source(number: str) -> tuple[str, str]:
    """Rest each number of a methodology page on a source or a case in its paragraph, or mark it as own reasoning.

    Bad: `A pop-up week draws 30 people.`

    Good: `The pop-up week drew 30 people in May 2019[^popup-eval].`
    """
    return (
        f"number {quote(number)} rests on nothing",
        "add [^key] or a case: link to its paragraph, or put it into an own-reasoning block",
    )


def check_claims(page: Page) -> Iterator[Problem]:
    """Return the numbers of an English methodology page that neither source, case nor mark stands behind."""
    if page.locale != SOURCE_LOCALE or not page.name.startswith("methodology/"):
        return
    for paragraph in _paragraphs(page):
        text = "\n".join(line.text for line in paragraph)
        if SOURCE_REFERENCE.search(text) or CASE.search(text):
            continue
        for line in paragraph:
            if found := NUMBER.search(_claimed(line.text)):
                yield number_without_source.at(page.path, line.number, found[0])


def _claimed(text: str) -> str:
    """Return what a line itself says: no list number, no code, no names of stages or pages."""
    return NAME.sub(" ", LINK.sub(" ", CODE_SPAN.sub(" ", LIST_NUMBER.sub("", text))))


def _paragraphs(page: Page) -> Iterator[list[Line]]:
    """Yield the runs of lines between empty ones, without headings and without what is the guide's own."""
    own = _own_lines(page)
    paragraph: list[Line] = []
    for line in page.source.lines:
        if line.code or line.number in own or not line.text.strip() or HEADING.match(line.text):
            if paragraph:
                yield paragraph
            paragraph = []
        else:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _own_lines(page: Page) -> set[int]:
    blocks: list[Block] = [b for b in walk(list(page.blocks)) if b.name in OWN]
    own = {n for b in blocks for n in range(b.line, b.end + 1)}
    sections = [s for s in page.sections if s.id in ABOUT_SOURCES]
    return own | {line.number for s in sections for line in s.lines}
