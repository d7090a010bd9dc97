"""The Markdown of the knowledge base as one Python-Markdown extension, which moves to every other generator.

Takes in an author's Markdown, spits out sanitised HTML: headings with `{#id}`, `case:` and `term:` links, `[^source]`
notes from the register, blocks (`/// note`), and no HTML written by hand, which is shown as the text it is.
"""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks.block import Block

from colabora.block_classes import BlockClasses
from colabora.checklists.markdown import ChecklistExtension
from colabora.locales import SOURCE_LOCALE
from colabora.page_context import PageContext
from colabora.plain_text import CODE_SPAN
from colabora.registers import SourceEntry
from colabora.sanitising import sanitise
from colabora.training.markdown import TrainingExtension
from colabora.translations.markdown import TranslationExtension

HEADING_ID = re.compile(r"[ ]*\{#([^}\s]*)\}[ ]*$")
# A definition, which the register writes and no author, begins its line; a reference may stand before a colon.
SOURCE_REFERENCE = re.compile(r"(?!^\[\^[^\]]*\]:)\[\^([a-z0-9][a-z0-9-]*)\]", re.MULTILINE)
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
# Extensions of Python-Markdown that MkDocs loads by itself; everywhere else `make_markdown` does.
BUILTIN = ("toc", "tables", "fenced_code")
GLOSSARY = "about/glossary.md"


class ContentExtension(Extension):
    """Register everything an author of this knowledge base may write."""

    def __init__(self, context: PageContext | None = None, **kwargs: Any) -> None:
        self.config = {"context": [context or PageContext(), "a PageContext"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register with Python-Markdown."""
        context: PageContext = self.getConfig("context")
        # HTML written by hand is no Markdown here: with these two gone it is escaped and read as text.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.registerExtensions(
            [
                FootnoteExtension(
                    BACKLINK_TITLE=context.string("sources.back", number="{}"),
                    BACKLINK_TEXT="↩",
                    SEPARATOR="-",
                ),
                "def_list",
                "sane_lists",
                BlockClasses(context, *BOX_CLASSES),
                ChecklistExtension(context=context),
                TrainingExtension(context=context),
                TranslationExtension(context=context),
            ],
            {},
        )
        md.preprocessors.register(SourceNotes(md, context), "source-notes", 15)
        md.treeprocessors.register(HeadingIds(md), "heading-ids", 8)
        md.treeprocessors.register(References(md, context), "references", 7)
        md.treeprocessors.register(SourceNumbers(md), "source-numbers", 6)
        md.treeprocessors.register(TableRegions(md, context), "table-regions", 6)
        # Python-Markdown's own postprocessors end at priority 10; this sees the finished HTML.
        md.postprocessors.register(Sanitiser(md), "sanitiser", 1)


class SourceNotes(Preprocessor):
    """Append the definition of every source a page refers to, in the order of the references."""

    def __init__(self, md: markdown.Markdown, context: PageContext) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """Add one line of `[^key]: …` a source."""
        keys = dict.fromkeys(SOURCE_REFERENCE.findall(CODE_SPAN.sub("", "\n".join(lines))))
        known = [self.context.sources[k] for k in keys if k in self.context.sources]
        return [*lines, "", *(f"[^{s.key}]: {source_note(s, self.context)}" for s in known)] if known else lines


def source_note(source: SourceEntry, context: PageContext) -> str:
    """Return the Markdown of a source note: linked title, strength, day it was read."""
    parts = [context.string(f"sources.{source.strength}")] if source.strength != "strong" else []
    parts.append(context.string("sources.accessed", date=context.strings.day(source.accessed)))
    return f"[{source.title}](<{source.url}>). {' '.join(parts)}"


class HeadingIds(Treeprocessor):
    """Take `{#id}` off the end of a heading and make it the heading's id."""

    def run(self, root: ET.Element) -> None:
        """Set the ids."""
        for heading in root.iter():
            if heading.tag in HEADINGS:
                last = heading[-1] if len(heading) else None
                text = (heading.text if last is None else last.tail) or ""
                match = HEADING_ID.search(text)
                if match:
                    heading.set("id", match[1])
                    rest = text[: match.start()]
                    if last is None:
                        heading.text = rest
                    else:
                        last.tail = rest


class References(Treeprocessor):
    """Turn `case:` and `term:` links into relative page paths, and mark the language of source titles."""

    def __init__(self, md: markdown.Markdown, context: PageContext) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Rewrite the links."""
        addresses = {s.url for s in self.context.sources.values()}
        for link in root.iter("a"):
            target = link.get("href", "")
            scheme, _, name = target.partition(":")
            if scheme == "case":
                link.set("href", self.context.path_to(f"case-studies/{name}.md"))
            elif scheme == "term":
                link.set("href", f"{self.context.path_to(GLOSSARY)}#{name}")
                link.set("class", "term")
            elif target in addresses and self.context.locale != SOURCE_LOCALE:
                link.set("lang", SOURCE_LOCALE)


class SourceNumbers(Treeprocessor):
    """Mark a source's number that stands right behind another one: for style sheets, text between them is not there."""

    def run(self, root: ET.Element) -> None:
        """Set the class `another`."""
        for parent in root.iter():
            for number, following in itertools.pairwise(parent):
                if number.tag == following.tag == "sup" and not (number.tail or "").strip():
                    following.set("class", "another")


class TableRegions(Treeprocessor):
    """Put every table into a region that scrolls by itself, takes the focus and is named after the heading above."""

    def __init__(self, md: markdown.Markdown, context: PageContext) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Wrap the tables."""
        number, heading = 0, ""
        for parent, position, child in _in_order(root):
            if child.tag in HEADINGS:
                heading = "".join(child.itertext()).strip()
            elif child.tag == "table":
                number += 1
                name = self.context.string("table.name" if heading else "table.alone", number=number, heading=heading)
                region = ET.Element("div", {"class": "table-scroll", "role": "region", "tabindex": "0"})
                region.set("aria-label", name)
                region.tail, child.tail = child.tail, None
                region.append(child)
                parent[position] = region


def _in_order(parent: ET.Element) -> Iterator[tuple[ET.Element, int, ET.Element]]:
    """Yield every element below one, in the order of the text, with its parent and its place there."""
    for position, child in enumerate(list(parent)):
        yield parent, position, child
        yield from _in_order(child)


class Sanitiser(Postprocessor):
    """Let only what the allowlist names through, so that nothing depends on a list of bad things."""

    def run(self, text: str) -> str:
        """Return clean HTML."""
        return sanitise(text)


class Box(Block):
    """A box with a title: the words of the interface, or the author's own after `|`."""

    ARGUMENT = None

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Make the box and its title."""
        context: PageContext = self.config["context"]
        box = ET.SubElement(parent, "div", {"class": f"admonition {self.NAME}"})
        title = ET.SubElement(box, "p", {"class": "admonition-title"})
        title.text = self.argument or context.string(f"box.{self.NAME}")
        return box


class Fold(Box):
    """A box that opens when asked: native `details`, so that it works without JavaScript."""

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Make the fold and its summary."""
        context: PageContext = self.config["context"]
        fold = ET.SubElement(parent, "details", {"class": self.NAME})
        ET.SubElement(fold, "summary").text = self.argument or context.string(f"box.{self.NAME}")
        return fold


BOXES = ("note", "warning", "own-reasoning")
# Notes for those who teach are folded, so that they read well without the script that shows them to nobody else.
FOLDS = ("details", "solution", "facilitator")
BOX_CLASSES = tuple(type(n, (base,), {"NAME": n}) for names, base in ((BOXES, Box), (FOLDS, Fold)) for n in names)


def make_markdown(context: PageContext, extensions: Iterable[Extension] = ()) -> markdown.Markdown:
    """Return a Python-Markdown that renders pages as the site does."""
    return markdown.Markdown(extensions=[*BUILTIN, ContentExtension(context=context), *extensions])


def makeExtension(**kwargs: Any) -> ContentExtension:
    """Return the extension for `markdown_extensions: [colabora.markdown]`."""
    return ContentExtension(**kwargs)
