"""Checklists as a Python-Markdown extension: `/// checklist | Title` and `/// checklist-use | id`.

Works with nothing but Python-Markdown; a `PageContext` adds what only the knowledge base knows: the interface's words,
the facts a translation inherits, the items it lacks. Takes in::

    /// checklist | Before you sign
        id: premises

    - [ ] Measure the speed {#internet-speed role=manager}

        Both ways.
    ///

spits out `<colabora-checklist data-checklist-id="premises">` around a real list with a labelled checkbox an item.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks.block import Block as BlocksBlock

from colabora.block_classes import BlockClasses
from colabora.blocks import Block, parse_blocks, walk
from colabora.checklists.elements import Content, add_items, checklist_frame, number_repeats, used_element
from colabora.checklists.items import ITEM, WrittenItem, parse_braces
from colabora.checklists.model import Checklist, Item, item_of
from colabora.page_context import PageContext
from colabora.source import Source

BOX = re.compile(r"^\[([ x])\][ ]+")
PAGES = "checklists/{}.md"


class ChecklistExtension(Extension):
    """Register both blocks, the items that a translation lacks, and ids for lists that are shown twice."""

    def __init__(self, context: PageContext | None = None, **kwargs: Any) -> None:
        self.config = {"context": [context or PageContext(), "a PageContext"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register with Python-Markdown."""
        context: PageContext = self.getConfig("context")
        # So that what stands in it is written line by line and its words do not run together as plain text.
        md.block_level_elements.append("colabora-checklist")
        md.registerExtensions([BlockClasses(context, ChecklistBlock, ChecklistUseBlock)], {})
        # After white space is made even (30) and before code fences are taken out (25).
        md.preprocessors.register(MissingItems(md, context), "missing-items", 28)
        md.treeprocessors.register(Repeats(md), "checklist-repeats", 6)


class MissingItems(Preprocessor):
    """Write into a translated list the items that it lacks, in English and in their place."""

    def __init__(self, md: markdown.Markdown, context: PageContext) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with the missing items added."""
        blocks, _ = parse_blocks(Source("", self.context.locale, self.context.page, body="\n".join(lines)))
        additions: dict[int, list[str]] = {}
        for block in walk(blocks):
            checklist = self.context.checklists.get(block.options.get("id", ""))
            if block.name == "checklist" and checklist:
                additions |= missing_items(block, checklist, self.context.locale)
        return insert_lines(lines, additions)


def missing_items(block: Block, checklist: Checklist, locale: str) -> dict[int, list[str]]:
    """Return what to write before which line, so that a list has the items that are not in the page's language."""
    additions: dict[int, list[str]] = {}
    place = block.end
    present = {parse_braces(m["text"]).id: line.number for line in block.lines if (m := ITEM.match(line.text))}
    for item in reversed(checklist.items):
        if item.id in present:
            place = present[item.id]
        elif item.locale != locale:
            additions[place] = [*item_lines(item), *additions.get(place, [])]
    return additions


def insert_lines(lines: list[str], additions: Mapping[int, list[str]]) -> list[str]:
    """Return the lines with others added before those of the given numbers, counted from 1."""
    if not additions:
        return lines
    return [one for number, line in enumerate(lines, start=1) for one in (*additions.get(number, ()), line)]


def item_lines(item: Item) -> list[str]:
    """Return an item as an author writes it, without its facts."""
    details = [f"    {line}" for line in item.details.split("\n")] if item.details else []
    return ["", f"- [ ] {item.text} {{#{item.id}}}", "", *details, ""]


def text_option(value: object) -> str:
    """Return a block's option as text: YAML reads `answer: 8` as a number and `id:` as nothing."""
    return "" if value is None else str(value)


class ChecklistBlock(BlocksBlock):
    """A list where it is written."""

    NAME = "checklist"
    ARGUMENT = None
    OPTIONS = {"id": ("", text_option)}  # noqa: RUF012 -- pymdownx declares it so and copies it

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Make the frame; a list that the knowledge base knows carries what it knows of it."""
        context: PageContext = self.config["context"]
        own = Checklist(self.options["id"], self.argument or "", context.page, locale=context.locale)
        known = context.checklists.get(own.id, own)
        self.checklist = replace(known, title=own.title, locale=own.locale)
        element = checklist_frame(self.checklist, context)
        parent.append(element)
        return element

    def on_add(self, block: ET.Element) -> ET.Element:
        """Put the content into the fieldset."""
        return block[0]

    def on_end(self, block: ET.Element) -> None:
        """Turn the list that Markdown made into items."""
        context: PageContext = self.config["context"]
        found = {written.id: (item_of(written, context.locale), content) for written, content in take_items(block[0])}
        order = [i.id for i in self.checklist.items]
        items = [self.checklist.item(identifier) or item for identifier, (item, _) in found.items()]
        ordered = sorted(items, key=lambda i: order.index(i.id) if i.id in order else len(order))
        contents = {identifier: content for identifier, (_, content) in found.items()}
        add_items(block, replace(self.checklist, items=tuple(ordered)), contents, context)


def take_items(parent: ET.Element) -> Iterator[tuple[WrittenItem, Content]]:
    """Take the lists with boxes out of an element; yield each item with what its label and why hold.

    An item that has no id gets its number, so that a draft reads well.
    """
    number = 0
    for listing in [e for e in parent if e.tag in ("ul", "ol")]:
        if not any(BOX.match(_first_text(entry)) for entry in listing):
            continue
        parent.remove(listing)
        for entry in listing:
            number += 1
            first, _, rest = _first_text(entry).partition("\n")
            box = BOX.match(first)
            braces = parse_braces(first[box.end() :] if box else first)
            is_ticked = bool(box and box[1] == "x")
            written = WrittenItem(number, braces.text, braces.id or str(number), is_ticked, braces.options)
            yield written, Content(braces.text, _rest_of(entry, rest))


def _first_text(entry: ET.Element) -> str:
    """Return the raw text a list entry begins with; Markdown wraps it into a paragraph or not."""
    if (entry.text or "").strip():
        return (entry.text or "").lstrip()
    return (entry[0].text or "").lstrip() if len(entry) and entry[0].tag == "p" else ""


def _rest_of(entry: ET.Element, rest: str) -> list[ET.Element]:
    """Return what an entry holds beside its first line."""
    others = list(entry) if (entry.text or "").strip() else list(entry)[1:]
    if rest.strip():
        paragraph = ET.Element("p")
        paragraph.text = rest
        others.insert(0, paragraph)
    return others


class ChecklistUseBlock(BlocksBlock):
    """A list where it is used; one that is not known is a link to where it would be."""

    NAME = "checklist-use"
    ARGUMENT = True

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Make the list, or the link."""
        context: PageContext = self.config["context"]
        name = str(self.argument)
        checklist = context.checklists.get(name)
        href = context.path_to(PAGES.format(name))
        if checklist:
            element = used_element(checklist, context, href)
            parent.append(element)
        else:
            element = ET.SubElement(parent, "p")
            # Without a knowledge base any list may be there; with one, this is a problem that the checks report.
            place = element if context.checklists else ET.SubElement(element, "a", {"href": href})
            place.text = name
        return element


class Repeats(Treeprocessor):
    """Make the ids of lists that stand on a page twice unique."""

    def run(self, root: ET.Element) -> None:
        """Number them."""
        number_repeats(root)


def makeExtension(**kwargs: Any) -> ChecklistExtension:
    """Return the extension for `markdown_extensions: [colabora.checklists.markdown]`."""
    return ChecklistExtension(**kwargs)
