"""References: links, anchors, `case:`, `term:`, `[^source]` and pictures that have to lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from colabora.blocks import walk
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.markdown import SOURCE_REFERENCE
from colabora.plain_text import CODE_SPAN
from colabora.problems import Problem
from colabora.reference_rules import (
    attribute_list,
    bad_scheme,
    broken_anchor,
    broken_link,
    broken_picture,
    no_alternative_text,
    no_source,
    raw_html,
    unknown_case,
    unknown_marker,
    unknown_source,
    unknown_term,
    vague_link_text,
    withdrawn_case,
)
from colabora.rendering import collect
from colabora.schemas import CaseStudyFrontMatter, PracticeFrontMatter

SAFE_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
# A tag, comment, processing instruction or closing tag as HTML knows it; Markdown's `<https://…>` is none.
HTML = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)|!--|!\w|\?)")
ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[.#][\w-]+|[\w-]+=|on\w+)[^}]*\}")
VAGUE_LINK_TEXTS = frozenset(
    [
        "here",
        "click here",
        "this",
        "this link",
        "link",
        "more",
        "read more",
        "šeit",
        "spiediet šeit",
        "vairāk",
        "lasīt vairāk",
        "hier",
        "hier klicken",
        "mehr",
        "mehr lesen",
        "ici",
        "cliquez ici",
        "plus",
        "lire la suite",
        "aquí",
        "haga clic aquí",
        "más",
        "leer más",
    ]
)
MARKERS = re.compile(r"^\[\[([a-z-]+)\]\]$")


def check_references(base: KnowledgeBase, page: Page) -> list[Problem]:
    """Return every reference of a page that leads nowhere, and every piece of markup that is not Markdown."""
    found = collect(base, page)
    problems = list(_check_markup(base, page))
    for target, text in found.links:
        problems += _check_link(base, page, target, text)
    for address, alternative in found.pictures:
        if not alternative.strip():
            problems.append(no_alternative_text.at(page.path, _line_with(page, address), address))
        if not _has_picture(base, page, address):
            problems.append(broken_picture.at(page.path, _line_with(page, address), address))
    return problems + list(_check_sources(base, page)) + list(_check_front_matter_references(base, page))


def _check_markup(base: KnowledgeBase, page: Page) -> Iterator[Problem]:
    # Lists and questions judge the braces of their own items.
    with_items = [b for b in walk(list(page.blocks)) if b.name in ("checklist", "question")]
    judged = {line.number for block in with_items for line in block.lines}
    for line in page.source.lines:
        if line.code or line.text.startswith("    "):
            continue
        text = CODE_SPAN.sub("", line.text)
        if match := HTML.search(text):
            yield raw_html.at(page.path, line.number, text[match.start() :].partition(">")[0] + ">")
        if (match := MARKERS.match(text)) and match[1] not in base.markers:
            yield unknown_marker.at(page.path, line.number, match[1], ", ".join(sorted(base.markers)))
        has_own_braces = text.startswith("#") or "- [" in text or line.number in judged
        if not has_own_braces and (match := ATTRIBUTES.search(text)):
            yield attribute_list.at(page.path, line.number, match[0])


def _check_link(base: KnowledgeBase, page: Page, target: str, text: str) -> Iterator[Problem]:
    scheme = SCHEME.match(target)
    if not text.strip() or text.strip().casefold().rstrip(".…») ") in VAGUE_LINK_TEXTS:
        yield vague_link_text.at(page.path, _line_with(page, target), text)
    if scheme and scheme[1] == "case":
        slugs = [p.slug for p in base.of_kind(Kind.CASE_STUDY)]
        if target[5:] not in slugs:
            yield _no_case(base, page, _line_with(page, target), target[5:], slugs)
    elif scheme and scheme[1] == "term":
        if target[5:] not in base.registers.glossary:
            near = _nearest(target[5:], list(base.registers.glossary))
            yield unknown_term.at(page.path, _line_with(page, target), target[5:], near)
    elif scheme or target.startswith("//"):
        if scheme is None or scheme[1].lower() not in SAFE_SCHEMES:
            yield bad_scheme.at(page.path, _line_with(page, target), target)
    elif not target.startswith(("#fn", "#fnref")):
        yield from _check_page_link(base, page, target)


def _check_page_link(base: KnowledgeBase, page: Page, target: str) -> Iterator[Problem]:
    path, _, anchor = unquote(target).partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
    wanted = base.page(page.locale, name)
    if target.startswith("/") or wanted is None:
        near = _nearest(name, list(base.pages[base.locales[0]]))
        nearest = posixpath.relpath(near, posixpath.dirname(page.name) or ".") if near else ""
        yield broken_link.at(page.path, _line_with(page, target), target, nearest)
    elif anchor:
        # What a translation lacks is shown there in English.
        shown = [wanted, *filter(None, [base.page(base.locales[0], name)])]
        ids = [s.id for p in shown for s in p.sections] + [
            b.options.get("id", "") for p in shown for b in walk(list(p.blocks))
        ]
        lists = [one for one in base.checklists.get(page.locale, {}).values() if one.page == name]
        ids += [f"item--{one.id}--{item.id}" for one in lists for item in one.items]
        if anchor not in ids:
            near = _nearest(anchor, ids)
            yield broken_anchor.at(page.path, _line_with(page, target), anchor, wanted.path, near)


def _check_sources(base: KnowledgeBase, page: Page) -> Iterator[Problem]:
    found = False
    for line in page.source.lines:
        if line.code:
            continue
        for key in SOURCE_REFERENCE.findall(CODE_SPAN.sub("", line.text)):
            found = True
            if key not in base.registers.sources:
                yield unknown_source.at(page.path, line.number, key, _nearest(key, list(base.registers.sources)))
    reasons = any(b.name == "own-reasoning" for b in walk(list(page.blocks)))
    if page.kind in (Kind.PRACTICE, Kind.CASE_STUDY) and not found and not reasons:
        yield no_source.at(page.path, page.source.first_body_line, page.kind)


def _check_front_matter_references(base: KnowledgeBase, page: Page) -> Iterator[Problem]:
    """Check keys and slugs in the English front matter; translations inherit them."""
    front = page.front_matter
    if page.locale != base.locales[0]:
        return
    keys: list[tuple[str, str]] = []
    if isinstance(front, PracticeFrontMatter | CaseStudyFrontMatter):
        keys += [(f"sources.{n}", k) for n, k in enumerate(front.sources)]
    if isinstance(front, CaseStudyFrontMatter):
        keys += [(f"figures.{n}.source", f.source) for n, f in enumerate(front.figures)]
        keys += [(f"prices.{n}.source", p.source) for n, p in enumerate(front.prices)]
        keys += [(f"funding.{n}.source", f.source) for n, f in enumerate(front.funding)]
    for place, key in keys:
        if key not in base.registers.sources:
            line = page.source.line_of(place)
            yield unknown_source.at(page.path, line, key, _nearest(key, list(base.registers.sources)))
    slugs = [p.slug for p in base.of_kind(Kind.CASE_STUDY)]
    for number, evidence in enumerate(front.evidence if isinstance(front, PracticeFrontMatter) else ()):
        if evidence.case not in slugs:
            line = page.source.line_of(f"evidence.{number}.case")
            yield _no_case(base, page, line, evidence.case, slugs)


def _no_case(base: KnowledgeBase, page: Page, line: int, slug: str, slugs: list[str]) -> Problem:
    if withdrawal := base.registers.withdrawals.get(slug):
        return withdrawn_case.at(page.path, line, slug, withdrawal.date)
    return unknown_case.at(page.path, line, slug, _nearest(slug, slugs))


def _has_picture(base: KnowledgeBase, page: Page, address: str) -> bool:
    if SCHEME.match(address) or address.startswith("/"):
        return False
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(address)))
    folders = (page.locale, base.locales[0])
    return not name.startswith("..") and any((base.root / "docs" / x / name).is_file() for x in folders)


def _line_with(page: Page, text: str) -> int:
    """Return the first line that holds a text, or the first of the body where Markdown wrote it otherwise."""
    return next((n.number for n in page.source.lines if text and text in n.text), page.source.first_body_line)


def _nearest(word: str, words: list[str]) -> str:
    found = get_close_matches(word, words, n=1)
    return found[0] if found else ""
