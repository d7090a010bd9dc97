"""Documents: the text of a template as a file that a word processor or a presentation program opens.

Takes in the part `## … {#text}` of a page, spits out a DOCX with its headings, paragraphs, lists and tables, or a PPTX
with a slide for each `###`; the same bytes in every build.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from pptx import Presentation
from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.archives import same_bytes
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.schemas import TemplateFrontMatter

TEXT = "text"  # id of the part that is the template itself
FONT, FONT_SIZE = "Calibri", Pt(11)
# A date inside the files; with the present, two builds would differ.
MADE = dt.datetime(2020, 1, 1)
HEADINGS = {"h3": 1, "h4": 2, "h5": 3}
LISTS = {"ul": "List Bullet", "ol": "List Number"}


@dataclass(frozen=True)
class TemplateDocument:
    """A file of a template: the page it belongs to, its language, its format, its address below the site, its bytes."""

    page: str
    locale: str
    format: str
    address: str
    content: bytes

    @property
    def kilobytes(self) -> int:
        """Return the size as readers know it, at least 1."""
        return max(1, round(len(self.content) / 1000))


def template_documents(base: KnowledgeBase, locale: str) -> list[TemplateDocument]:
    """Return the files of all templates as a reader of a language gets them."""
    return [d for page in base.of_kind(Kind.TEMPLATE, locale) for d in _documents_of(page, locale)]


def _documents_of(page: Page, locale: str) -> Iterator[TemplateDocument]:
    front, markdown = page.front_matter, template_text(page)
    if not isinstance(front, TemplateFrontMatter) or not markdown:
        return
    body = LexborHTMLParser(make_markdown(PageContext(page.locale)).convert(markdown)).body
    blocks = list(body.iter()) if body else []
    for form in front.formats:
        content = WRITERS[form](page.title, page.locale, blocks)
        address = f"packages/{locale}/templates/{page.slug}.{form.lower()}"
        yield TemplateDocument(page.name, page.locale, form, address, content)


def template_text(page: Page) -> str:
    """Return the Markdown of the template itself: the part `text` with all headings below it."""
    start = next((n for n, s in enumerate(page.sections) if s.id == TEXT), None)
    if start is None:
        return ""
    level = page.sections[start].level
    lines = [page.sections[start].text]
    for section in page.sections[start + 1 :]:
        if section.level <= level:
            break
        lines.append(f"{'#' * section.level} {section.heading}\n\n{section.text}")
    return "\n\n".join(lines)


def write_docx(title: str, locale: str, blocks: list[LexborNode]) -> bytes:
    """Return a DOCX with a title, its language set, so that a speller and a reader aloud know it."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, FONT_SIZE
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), locale)
    style.element.get_or_add_rPr().append(language)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "CoLabora", locale
    properties.created = properties.modified = MADE
    document.add_heading(title, 0)
    for block in blocks:
        if block.tag in HEADINGS:
            document.add_heading(_text(block), HEADINGS[block.tag])
        elif block.tag in LISTS:
            for item, depth in _items(block):
                name = LISTS[block.tag] + ("" if depth == 1 else f" {min(depth, 3)}")
                _add_text(document.add_paragraph(style=name), item)
        elif table := block if block.tag == "table" else block.css_first("table"):
            rows = [row.css("th, td") for row in table.css("tr")]
            grid = document.add_table(0, max(map(len, rows)), style="Table Grid")
            for row in rows:
                for cell, node in zip(grid.add_row().cells, row, strict=False):
                    _add_text(cell.paragraphs[0], node, bold=node.tag == "th")
            document.add_paragraph()
        elif _text(block):
            _add_text(document.add_paragraph(), block)
    return _saved(document.save)


def write_pptx(title: str, locale: str, blocks: list[LexborNode]) -> bytes:
    """Return a PPTX: a title slide with what stands before the first heading, then a slide a heading."""
    presentation = Presentation()
    properties = presentation.core_properties
    properties.title, properties.author, properties.language = title, "CoLabora", locale
    properties.created = properties.modified = MADE
    cover = presentation.slides.add_slide(presentation.slide_layouts[0])
    cover.shapes.title.text = title
    frame = cover.placeholders[1].text_frame
    for block in blocks:
        if block.tag in HEADINGS:
            slide = presentation.slides.add_slide(presentation.slide_layouts[1])
            slide.shapes.title.text = _text(block)
            frame = slide.placeholders[1].text_frame
        elif block.tag in LISTS:
            for item, depth in _items(block):
                _add_line(frame, " ".join(_own_text(item).split()), depth - 1)
        elif _text(block):
            _add_line(frame, _text(block), 0)
    return _saved(presentation.save)


WRITERS: Mapping[str, Callable[[str, str, list[LexborNode]], bytes]] = {"DOCX": write_docx, "PPTX": write_pptx}


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    written = io.BytesIO()
    save(written)
    return same_bytes(written.getvalue())


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _own_text(item: LexborNode) -> str:
    """Return an item's text without that of the lists inside it."""
    return "".join(n.text() if n.tag != "-text" else n.text_content or "" for n in _inline(item))


def _inline(node: LexborNode) -> Iterator[LexborNode]:
    for child in node.iter(include_text=True):
        if child.tag not in LISTS:
            yield child


def _items(node: LexborNode, depth: int = 1) -> Iterator[tuple[LexborNode, int]]:
    """Yield the items of a list and of the lists inside it, with their depth from 1."""
    for item in node.iter():
        yield item, depth
        for child in item.iter():
            if child.tag in LISTS:
                yield from _items(child, depth + 1)


def _add_text(paragraph: Paragraph, node: LexborNode, *, bold: bool = False) -> None:
    """Add a node's text to a paragraph, strong and emphasised as it is."""
    _add_runs(paragraph, node, bold, italic=False)
    if paragraph.runs:  # a line break before an inner list
        paragraph.runs[-1].text = paragraph.runs[-1].text.rstrip()


def _add_runs(paragraph: Paragraph, node: LexborNode, bold: bool, italic: bool) -> None:
    for child in _inline(node):
        if child.tag == "-text":
            run = paragraph.add_run((child.text_content or "").replace("\n", " "))
            run.bold, run.italic = bold or None, italic or None
        else:
            _add_runs(paragraph, child, bold or child.tag == "strong", italic or child.tag == "em")


def _add_line(frame: object, text: str, level: int) -> None:
    first = frame.paragraphs[0]  # type: ignore[attr-defined]
    line = frame.add_paragraph() if first.text else first  # type: ignore[attr-defined]
    line.text, line.level = text, level
