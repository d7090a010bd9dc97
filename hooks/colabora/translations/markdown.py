"""Notices in the text, as a Python-Markdown extension: outdated sections say so, missing ones are shown in English.

Takes in a translated page whose context has notices, spits out below the heading of each such section::

    <div class="translation-notice" role="note" data-section-status="outdated"><p>… <a href="../../about/#costs" …>
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from colabora.locales import SOURCE_LOCALE
from colabora.page_context import PageContext
from colabora.sections import HEADING
from colabora.source import Source
from colabora.translations.model import BEGINNING, Notices, Status

HEADINGS = ("h2", "h3", "h4", "h5", "h6")


class TranslationExtension(Extension):
    """Register the notices and the sections that a translation lacks, on pages that have any."""

    def __init__(self, context: PageContext | None = None, **kwargs: Any) -> None:
        self.config = {"context": [context or PageContext(), "a PageContext"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register with Python-Markdown."""
        context: PageContext = self.getConfig("context")
        if context.notices is None:
            return
        # Before the items and questions that a translation lacks are looked for (28, 27).
        md.preprocessors.register(MissingSections(md, context.notices), "missing-sections", 29)
        # After MkDocs has resolved links to pages (0): this one leads to a page of another language.
        md.treeprocessors.register(SectionNotices(md, context), "section-notices", -5)


class MissingSections(Preprocessor):
    """Write into a translated page the English sections that it lacks, in their place."""

    def __init__(self, md: markdown.Markdown, notices: Notices) -> None:
        super().__init__(md)
        self.notices = notices

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with the missing sections added."""
        for section in self.notices.missing:
            place = _place(lines, section.before)
            lines = [*lines[:place], "", *section.lines, "", *lines[place:]]
        return lines


def _place(lines: list[str], before: tuple[str, ...]) -> int:
    """Return the index of the first line of the first of these sections that is there, or of the end."""
    source = Source("", SOURCE_LOCALE, "", body="\n".join(lines))
    matches = ((line.number - 1, HEADING.match(line.text)) for line in source.lines if not line.code)
    heads = {match[3]: number for number, match in matches if match}
    if before and before[0] == BEGINNING:
        return 0
    return next((heads[key] for key in before if key in heads), len(lines))


class SectionNotices(Treeprocessor):
    """Put a notice below the heading of each section that is not current, and mark English text as such."""

    def __init__(self, md: markdown.Markdown, context: PageContext) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Walk the page's headings once."""
        notices = self.context.notices or Notices("")
        section = BEGINNING
        placed: list[ET.Element] = []
        if section in notices.statuses:
            placed.append(self.notice(section, notices))
        for element in list(root):
            if element.tag in HEADINGS:
                section = element.get("id", "")
            is_missing = notices.statuses.get(section) is Status.MISSING
            if is_missing and "footnote" not in element.get("class", ""):
                element.set("lang", SOURCE_LOCALE)
            placed.append(element)
            if element.tag in HEADINGS and section in notices.statuses:
                placed.append(self.notice(section, notices))
        root[:] = placed

    def notice(self, section: str, notices: Notices) -> ET.Element:
        """Return the notice of one section."""
        status = notices.statuses[section]
        box = ET.Element("div", {"class": "translation-notice", "role": "note", "data-section-status": status})
        text = ET.SubElement(box, "p")
        text.text = f"{self.context.string(f'translation.section-{status}')} "
        anchor = "" if section == BEGINNING else f"#{section}"
        link = ET.SubElement(text, "a", {"href": f"{notices.english}{anchor}", "hreflang": SOURCE_LOCALE})
        link.text = self.context.string(f"translation.read-{status}")
        return box
