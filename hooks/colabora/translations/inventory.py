"""Inventory: what a section holds that every language has in common, counted from the source without rendering.

Takes in the lines of a section, spits out its links, pictures, sources, items, blocks, tables and list length,
each with its line, and the prose that is left: the words a translator writes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from colabora.blocks import CLOSING, OPENING, OPTION
from colabora.plain_text import CODE_SPAN
from colabora.references import MARKERS
from colabora.source import Line

PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
SOURCE = re.compile(r"\[\^([a-z0-9][a-z0-9-]*)\]")
ITEM = re.compile(r"^[-*] \[([ xX])\] (.*?)(?: \{#([^}\s]*)[^}]*\})?[ ]*$")
LIST_ENTRY = re.compile(r"^([ ]*)(?:[-*+]|(\d+)[.)])[ ]+")
NESTED = 4  # spaces
# No list is so long: “2016. gadā” at the start of a paragraph is a date that Markdown takes for an entry.
FEWEST_DIGITS_OF_A_DATE = 3
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
    dates_as_entries: list[Mark] = field(default_factory=list)
    markers: list[Mark] = field(default_factory=list)
    term_links: list[tuple[str, str, int]] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)


def take_inventory(lines: Iterable[Line], page: str) -> Inventory:
    """Count what a section of a page holds; `page` is the name that relative links start from."""
    found = Inventory()
    table: list[Line] = []
    in_options = False
    entries = Entries()
    for line in lines:
        in_options = _count_line(found, line, page, in_options, entries)
        if not line.code and line.text.startswith("|"):
            table.append(line)
        elif table:
            found.tables += _shape(table)
            table = []
    found.tables += _shape(table)
    return found


class Entries:
    """Tells list entries from sentences that begin like one, as Python-Markdown with sane lists does, line by line.

    A list begins at the start of a paragraph; inside a paragraph a line like “30. Juni” is text, and in a list of
    dashes a line that begins with a number, too.
    """

    def __init__(self) -> None:
        self.is_start = True
        self.is_numbered: bool | None = None

    def end(self) -> None:
        """Begin anew: after an empty line, a heading or the fence of a block."""
        self.is_start, self.is_numbered = True, None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the marker of a line that is an entry; lines have to come in their order."""
        if not text.strip():
            self.end()
            return None
        marker = LIST_ENTRY.match(text)
        is_numbered = bool(marker and marker[2])
        is_nested = bool(marker and len(marker[1]) >= NESTED)
        if self.is_start:
            self.is_start = False
            self.is_numbered = is_numbered if marker else None
            return marker
        return marker if self.is_numbered is not None and (is_numbered == self.is_numbered or is_nested) else None


def _count_line(found: Inventory, line: Line, page: str, in_options: bool, entries: Entries) -> bool:
    """Count one line; return whether the options of a block may follow."""
    if line.code:
        entries.end()
        return False
    options_follow = _count_fence(found, line, in_options)
    if options_follow is not None:
        entries.end()
        return options_follow
    text = CODE_SPAN.sub(CODE, line.text) if "`" in line.text else line.text
    entry = entries.match(text)
    if item := ITEM.match(text):
        found.items.append(Mark(item[3] or "", line.number))
        if item[1] != " ":
            found.answers.append(Mark(item[3] or "", line.number))
        text = item[2]
    elif entry and len(entry[2] or "") >= FEWEST_DIGITS_OF_A_DATE:
        found.dates_as_entries.append(Mark(entry[2], line.number))
    elif entry:
        found.entries.append(Mark("", line.number))
        text = text[entry.end() :]
    _count_references(found, text, line.number, page)
    prose = plain_text(text)
    if prose and not TABLE_RULE.match(text):
        found.prose.append(Prose(prose, line.number))
    return False


def _count_fence(found: Inventory, line: Line, in_options: bool) -> bool | None:
    """Count the fence, option or marker that a line is; return whether options may follow, None if it is none."""
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
    if marker := MARKERS.match(line.text):
        found.markers.append(Mark(marker[1], line.number))
        return False
    return False if CLOSING.match(line.text) else None


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
        return text.strip()
    text = PICTURE.sub(r"\1", text)
    for _ in range(2):  # a link text may hold brackets that were a picture or a link
        text = LINK.sub(r"\1", text)
    text = SOURCE.sub("", AUTOLINK.sub("", PLACEHOLDER.sub("", text)))
    text = EMPHASIS.sub("", CELL_BORDER.sub(" | ", DESCRIPTION.sub("", text)))
    return text.replace("\\", "").strip().strip("|").strip(" ")
