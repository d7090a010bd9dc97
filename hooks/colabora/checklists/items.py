"""Items: the lines `- [ ] Text {#id key=value}` of a checklist or question, and what stands below each.

Takes in the lines of a block, spits out a `WrittenItem` each, the text before the first one, and problems. The same
`parse_braces` takes the braces off when the page is rendered, so that both always see the same id.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from colabora.checklists import rules
from colabora.field_types import slug
from colabora.problems import Problem, quote
from colabora.source import Line

ITEM = re.compile(r"^- \[(?P<box>[ x])\] (?P<text>\S.*?)[ ]*$")
# What was probably meant as an item: a list marker and a box, a box alone, or a list marker at the line's beginning.
BOX = re.compile(r"^(?:(?P<indent>\s*)(?:[-*+]|\d+[.)])\s*)?\[[ xX]?\](?![(\[:])")
MARKER = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])(?=\s|\[|$)")
# The text is as short as it can be, so that the braces are the last ones of the line.
BRACES = re.compile(r"^(?P<text>.*?)(?P<gap>[ ]*)\{(?P<inside>[^{}]*)\}$")
MEANT_AS_BRACES = re.compile(r"\{:?\s*(?:#(?P<id>[\w-]*)|(?:role|due|needs)=)")
INDENT = "    "


@dataclass(frozen=True)
class Braces:
    """What `{#id key=value}` at the end of a line says, the text before it, and what is wrong with its form."""

    text: str
    id: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class WrittenItem:
    """An item or choice as written; `details` is the Markdown below it, its indentation taken away."""

    line: int
    text: str
    id: str
    is_ticked: bool
    options: Mapping[str, str]
    details: str = ""


def parse_braces(text: str) -> Braces:
    """Take the braces off the end of an item's text."""
    match = BRACES.match(text)
    if not match or not any(sign in match["inside"] for sign in "#=:"):
        found = MEANT_AS_BRACES.search(text)
        if not found:
            return Braces(text)
        is_closed = "}" in text[found.start() :]
        why = "text stands after the braces" if is_closed else "the braces are not closed"
        return Braces(text, found["id"] or "", faults=(why,))
    faults = []
    if match["text"] and match["gap"] != " ":
        faults.append("no space stands before the braces" if not match["gap"] else "more than one space before them")
    identifiers, options = [], {}
    if match["inside"] != " ".join(match["inside"].split()):
        faults.append("spaces too many inside the braces")
    for token in match["inside"].split():
        key, equals, value = token.partition("=")
        if token.startswith("#"):
            identifiers.append(token[1:])
        elif not equals or not key:
            faults.append(f"{quote(token)} is neither #id nor key=value")
        elif key in options:
            faults.append(f"{key} is given twice")
        else:
            options[key] = value
    if len(identifiers) > 1:
        faults.append("two ids")
    return Braces(match["text"], identifiers[0] if identifiers else "", options, tuple(faults))


def parse_items(
    path: str, lines: Sequence[Line], known_options: Sequence[str] = ()
) -> tuple[str, list[WrittenItem], list[Problem]]:
    """Return the text before the first item, the items by line, and what is wrong with their form."""
    intro: list[str] = []
    items: list[tuple[Line, re.Match[str], list[str]]] = []
    problems: list[Problem] = []
    is_stray = False
    for line in lines:
        text = line.text.expandtabs(4)
        if not line.code and (match := ITEM.match(text)):
            items.append((line, match, []))
            is_stray = False
            continue
        if not line.code and (fault := _form_fault(path, line.number, text)):
            problems.append(fault)
        elif items and not is_stray and text.strip() and not text.startswith(INDENT):
            problems.append(rules.item_indent.at(path, line.number, text))
            is_stray = True
        (items[-1][2] if items else intro).append(text)
    written = []
    for line, match, below in items:
        item, found = _item(path, line.number, match, below, known_options)
        problems += found
        written.append(item)
    return "\n".join(intro).strip(), written, problems + _duplicates(path, written)


def _form_fault(path: str, line: int, text: str) -> Problem | None:
    box = BOX.match(text)
    if box and box["indent"]:
        return rules.item_nested.at(path, line, text)
    return rules.item_form.at(path, line, text) if box or MARKER.match(text) else None


def _item(
    path: str, line: int, match: re.Match[str], below: list[str], known_options: Sequence[str]
) -> tuple[WrittenItem, list[Problem]]:
    braces = parse_braces(match["text"])
    details = "\n".join(text.removeprefix(INDENT) for text in below).strip("\n")
    item = WrittenItem(line, braces.text, braces.id, match["box"] == "x", braces.options, details)
    problems = [rules.item_braces.at(path, line, fault) for fault in braces.faults]
    if not braces.id and not braces.faults:
        problems.append(rules.item_id.at(path, line, braces.text))
    elif braces.id and not is_id(braces.id):
        problems.append(rules.item_id_form.at(path, line, braces.id))
    if not braces.text.strip():
        problems.append(rules.item_form.at(path, line, match[0]))
    for key in braces.options:
        if key not in known_options:
            nearest = get_close_matches(key, known_options, n=1, cutoff=0.5)
            problems.append(rules.item_option.at(path, line, key, ", ".join(known_options), "".join(nearest)))
    return item, problems


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: kebab-case ASCII, and no name that JavaScript uses itself."""
    try:
        slug(text)
    except ValueError:
        return False
    return not text.startswith("md-") and len(text) <= 80


def _duplicates(path: str, items: Sequence[WrittenItem]) -> list[Problem]:
    first: dict[str, int] = {}
    problems = []
    for item in items:
        if item.id and item.id in first:
            problems.append(rules.item_id_duplicate.at(path, item.line, item.id, first[item.id]))
        first.setdefault(item.id, item.line)
    return problems
