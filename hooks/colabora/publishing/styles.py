"""Styles: one style sheet for the whole site, with what no page and no script uses cut away.

Takes in `.used{a:b} .unused, p > .used{c:d}` and the usage of a site, spits out `.used{a:b}p>.used{c:d}`. Whatever is
not understood stays, so that at worst a rule too many is published and never one too few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from colabora.publishing.selectors import can_match
from colabora.publishing.style_sheets import Block, Sheet, Statement, parse_sheet, sheet_text
from colabora.publishing.usage import Usage

Content = tuple[Statement | Block, ...]
# At-rules that only define something by its name, which is no use of the name.
DEFINITIONS = ("keyframes", "property", "counter-style", "font-face")


def join(sheets: Iterable[Sheet]) -> str:
    """Return several style sheets as one."""
    return sheet_text(part for sheet in sheets for part in parse_sheet(sheet))


def purge(sheets: Iterable[Sheet], usage: Usage) -> str:
    """Return several style sheets as one, with only what the site uses."""
    whole = tuple(part for sheet in sheets for part in parse_sheet(sheet))
    content = tuple(_matching(whole, usage))
    while (less := tuple(_referenced(content, references(content), usage))) != content:
        content = less
    return sheet_text(content)


def references(content: Iterable[Statement | Block]) -> frozenset[str]:
    """Return every name and string that values and conditions hold: properties, animations and fonts in use."""
    words: set[str] = set()
    for part in content:
        if isinstance(part, Statement):
            words |= part.references
        elif part.at != "font-face":
            words |= references(part.content)
            if not part.at.endswith(DEFINITIONS):
                words |= part.references
    return frozenset(words)


def _matching(content: Content, usage: Usage) -> Iterator[Statement | Block]:
    """Leave out selectors that match nothing, and rules without a selector."""
    for part in content:
        if isinstance(part, Statement) or part.at.endswith("keyframes"):
            yield part
            continue
        selectors = tuple(s for s in part.selectors if can_match(s, usage))
        if part.at or selectors:
            yield replace(part, selectors=selectors, content=tuple(_matching(part.content, usage)))


def _referenced(content: Content, words: frozenset[str], usage: Usage) -> Iterator[Statement | Block]:
    """Leave out what nothing refers to, and blocks that are empty."""
    for part in content:
        name = _defined(part)
        if name and not _is_used(name, words, usage):
            continue
        if isinstance(part, Statement):
            yield part
        elif inner := tuple(_referenced(part.content, words, usage)):
            yield replace(part, content=inner)
        elif part.at == "layer" and part.name:
            # An empty layer still has its place in the order of layers.
            yield Statement("@layer", part.beginning, part.references)


def _defined(part: Statement | Block) -> str:
    """Return the name that a part defines and that others have to use, or nothing."""
    if isinstance(part, Statement):
        return part.name if part.name.startswith("--") else ""
    if part.at == "font-face":
        families = [s.references for s in part.content if isinstance(s, Statement) and s.name == "font-family"]
        return " ".join(families[0]) if families and len(families[0]) == 1 else ""
    return part.name.strip("\"'") if part.at.endswith(DEFINITIONS) else ""


def _is_used(name: str, words: frozenset[str], usage: Usage) -> bool:
    """Tell whether a name, or every word of a font's name written without quotation marks, is used."""
    return name in words or words.issuperset(name.split()) or usage.has_word(name)
