"""Inventory: what a section holds that every language has in common, counted from the source without rendering.

Takes in the lines of a section, spits out its links, pictures, sources, items, blocks, tables and list length,
each with its line, and the prose that is left: the words a translator writes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from colabora.blocks import CLOSING, OPENING, OPTION, Line
from colabora.plain_text import CODE_SPAN
from colabora.references import MARKERS

PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
SOURCE = re.compile(r"\[\^([a-z0-9][a-z0-9-]*)\]")
ITEM = re.compile(r"^[-*] \[([ xX])\] (.*?)(?: \{#([^}\s]*)[^}]*\})?[ ]*$")
LIST_ENTRY = re.compile(r"^[ ]*(?:[-*+]|\d+[.)])[ ]+")
TABLE_RULE = re.compile(r"^\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
CELL_BORDER = re.compile(r"(?<!\\)\|")
PLACEHOLDER = re.compile(r"%[a-z_]+%")
EMPHASIS = re.compile(r"(?<!\w)[*_]+|[*_]+(?!\w)")
# Stands where code was, so that the signs around it are judged as they are.
CODE = "◌"
# Most lines hold none of it, and there are many lines.
MARKUP = re.compile(r"[\[\]<>%*_|\\]|^:")
DESCRIPTION = re.compile(r"^:[ ]+")


@dataclass(frozen=True)
class Mark:
    """Something that has to stand in every language, with its line."""

    name: str
    line: int


@dataclass(frozen=True)
class Prose:
    """A line of text without its markup; a heading, a title, a sentence or the cells of a table row."""

    text: str
    line: int


@dataclass
class Inventory:
    """What a section holds; `items` are (id, ticked or not), `tables` are written `rows×columns`."""

    links: list[Mark] = field(default_factory=list)
    pictures: list[Mark] = field(default_factory=list)
    sources: list[Mark] = field(default_factory=list)
    items: list[Mark] = field(default_factory=list)
    answers: list[Mark] = field(default_factory=list)
    blocks: list[Mark] = field(default_factory=list)
    tables: list[Mark] = field(default_factory=list)
    entries: list[Mark] = field(default_factory=list)
    markers: list[Mark] = field(default_factory=list)
    term_links: list[tuple[str, str, int]] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)


def take_inventory(lines: Iterable[Line], page: str) -> Inventory:
    """Count what a section of a page holds; `page` is the name that relative links start from."""
    found = Inventory()
    table: list[Line] = []
    in_options = False
    for line in lines:
        in_options = _count_line(found, line, page, in_options)
        if not line.code and line.text.startswith("|"):
            table.append(line)
        elif table:
            found.tables += _shape(table)
            table = []
    found.tables += _shape(table)
    return found


def _count_line(found: Inventory, line: Line, page: str, in_options: bool) -> bool:
    """Count one line; return whether the options of a block may follow."""
    if line.code:
        return False
    if in_options and (option := OPTION.match(line.text)):
        if option[1] == "id":
            found.blocks.append(Mark(f"id {option[2]}", line.number))
        return True
    if opening := OPENING.match(line.text):
        is_use = opening[2] == "checklist-use"
        found.blocks.append(Mark(f"{opening[2]} {opening[3]}" if is_use else opening[2], line.number))
        if opening[3] and not is_use:
            found.prose.append(Prose(opening[3], line.number))
        return True
    if CLOSING.match(line.text):
        return False
    if marker := MARKERS.match(line.text):
        found.markers.append(Mark(marker[1], line.number))
        return False
    text = CODE_SPAN.sub(CODE, line.text) if "`" in line.text else line.text
    if item := ITEM.match(text):
        found.items.append(Mark(item[3] or "", line.number))
        if item[1] != " ":
            found.answers.append(Mark(item[3] or "", line.number))
        text = item[2]
    elif LIST_ENTRY.match(text):
        found.entries.append(Mark("", line.number))
    _count_references(found, text, line.number, page)
    prose = plain_text(text)
    if prose and not TABLE_RULE.match(text):
        found.prose.append(Prose(prose, line.number))
    return False


def _count_references(found: Inventory, text: str, line: int, page: str) -> None:
    if "[" not in text and "<" not in text:
        return
    found.pictures += [Mark(m[2], line) for m in PICTURE.finditer(text)]
    for match in LINK.finditer(PICTURE.sub(" ", text)):
        target = link_target(match[2], page)
        found.links.append(Mark(target, line))
        if target.startswith("term:"):
            found.term_links.append((target.removeprefix("term:"), plain_text(match[1]), line))
    found.links += [Mark(m[1], line) for m in AUTOLINK.finditer(text)]
    found.sources += [Mark(m[1], line) for m in SOURCE.finditer(text)]


def link_target(target: str, page: str) -> str:
    """Return what a link leads to, whatever page of the language it stands on: `about/index.md#project`."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|#", target):
        return target
    path, anchor, identifier = target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + anchor + identifier


def _shape(table: list[Line]) -> list[Mark]:
    rule = next((n for n, row in enumerate(table) if TABLE_RULE.match(row.text)), None)
    if rule is None:
        return []
    columns = len(CELL_BORDER.split(table[rule].text.strip().strip("|")))
    return [Mark(f"{len(table) - 1 - rule}×{columns}", table[0].number)]


def plain_text(text: str) -> str:
    """Return the words of a line of Markdown: link and alternative texts kept; targets, sources and ids gone."""
    if not MARKUP.search(text):
        return LIST_ENTRY.sub("", text).strip()
    text = PICTURE.sub(r"\1", text)
    for _ in range(2):  # a link text may hold brackets that were a picture or a link
        text = LINK.sub(r"\1", text)
    text = SOURCE.sub("", AUTOLINK.sub("", PLACEHOLDER.sub("", text)))
    text = LIST_ENTRY.sub("", DESCRIPTION.sub("", text))
    text = EMPHASIS.sub("", CELL_BORDER.sub(" | ", text))
    return text.replace("\\", "").strip().strip("|").strip(" ")
