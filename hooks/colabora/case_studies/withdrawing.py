"""Withdrawing: take a case off the site with everything that refers to it, and leave a notice at its address.

Takes in the knowledge base and a slug, spits out which files go, which are written anew and what a person still has to
look at. Nothing is kept beside: only git can undo it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from colabora.case_studies.model import FOLDER
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.registers import FOLDER as REGISTERS
from colabora.registers import Withdrawal
from colabora.schemas import CaseStudyFrontMatter
from colabora.source import FENCE
from colabora.translations.stamping import last_line

REGISTER = f"{REGISTERS}/withdrawn-cases.yml"
HEADER = "# Written by “colabora withdraw”: cases taken off the site, whose addresses say so.\n"
LINK = re.compile(r"\[([^\[\]]+)\]\(<?([^()<>\s]+)>?\)")
# Front matter that names cases: the key of the list, and the key of the slug in an entry (none if it is the slug).
LISTS: Mapping[Kind, tuple[str, str]] = {Kind.PRACTICE: ("evidence", "case"), Kind.CALCULATOR: ("cases", "")}


class CannotWithdrawError(Exception):
    """Say why a case can't be withdrawn."""


@dataclass(frozen=True)
class Plan:
    """What a withdrawal does: files that go, texts by path, what was taken out (`path:line`), what is left to read."""

    deleted: tuple[str, ...]
    texts: Mapping[str, str]
    taken_out: tuple[str, ...] = ()
    still_named: tuple[str, ...] = ()


def plan_withdrawal(base: KnowledgeBase, withdrawal: Withdrawal) -> Plan:
    """Return what withdrawing a case does to the repository; one that is not there is an error."""
    name = f"{FOLDER}/{withdrawal.slug}.md"
    case = base.pages[SOURCE_LOCALE].get(name)
    if case is None or case.kind is not Kind.CASE_STUDY:
        raise CannotWithdrawError(f"there is no case “{withdrawal.slug}” (docs/{SOURCE_LOCALE}/{name})")
    texts = {REGISTER: _with_entry(base, withdrawal)}
    taken_out: list[str] = []
    still_named: list[str] = []
    for page in (page for pages in base.pages.values() for page in pages.values() if page.name != name):
        before = (base.root / page.path).read_bytes().decode("utf-8")
        after, lines = _without_case(page, before, withdrawal.slug)
        if after != before:
            texts[page.path] = after
            taken_out += [f"{page.path}:{line}" for line in lines]
        still_named += [f"{page.path}:{line}" for line in _lines_naming(after, case)]
    return Plan(tuple(_files_of(base, name, case)), texts, tuple(taken_out), tuple(still_named))


def _files_of(base: KnowledgeBase, name: str, case: Page) -> Iterator[str]:
    """Yield the case's pages in all languages, and its photos that no other case shows."""
    yield from (pages[name].path for pages in base.pages.values() if name in pages)
    others = {
        photo.file
        for page in base.of_kind(Kind.CASE_STUDY)
        if page.name != name and isinstance(page.front_matter, CaseStudyFrontMatter)
        for photo in page.front_matter.photos
    }
    for photo in case.front_matter.photos if isinstance(case.front_matter, CaseStudyFrontMatter) else ():
        path = posixpath.join(posixpath.dirname(case.path), photo.file)
        if photo.file not in others and (base.root / path).is_file():
            yield path


def _with_entry(base: KnowledgeBase, withdrawal: Withdrawal) -> str:
    file = base.root / REGISTER
    known = file.read_text(encoding="utf-8") if file.is_file() else HEADER
    entry = f'- {{slug: {withdrawal.slug}, date: "{withdrawal.date}", reason: {withdrawal.reason}}}\n'
    return f"{known.rstrip()}\n{entry}"


def _without_case(page: Page, text: str, slug: str) -> tuple[str, list[int]]:
    """Return a page's text without evidence from a case and links to it (their words stay), and the lines concerned."""
    lines = text.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == FENCE), 0)
    gone = _entry_lines(page, "".join(lines[1:end]), slug)
    touched = [n + 1 for n in gone if n - 1 not in gone]
    for number in range(end + 1, len(lines)):
        unlinked = LINK.sub(lambda m: m[1] if _leads_to(page, m[2], slug) else m[0], lines[number])
        if unlinked != lines[number]:
            lines[number] = unlinked
            touched.append(number + 1)
    return "".join(line for number, line in enumerate(lines) if number not in gone), touched


def _leads_to(page: Page, target: str, slug: str) -> bool:
    path = target.partition("#")[0]
    if ":" in path:
        return path == f"case:{slug}"
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) == f"{FOLDER}/{slug}.md"


def _entry_lines(page: Page, header: str, slug: str) -> set[int]:
    """Return the lines of the file that hold entries about a case; with the last entry its key goes, too."""
    if page.kind not in LISTS:
        return set()
    name, key = LISTS[page.kind]
    root = yaml.compose(header, Loader=yaml.CSafeLoader)
    for field_name, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if field_name.value != name or not isinstance(value, yaml.SequenceNode):
            continue
        about = [node for node in value.value if _slug_of(node, key) == slug]
        if about and len(about) == len(value.value):
            return set(range(field_name.start_mark.line + 1, last_line(value) + 2))
        if about and value.flow_style:
            raise CannotWithdrawError(
                f"{page.path}: write “{name}” with one entry a line, so that one can be taken out"
            )
        return {n for node in about for n in range(node.start_mark.line + 1, last_line(node) + 2)}
    return set()


def _slug_of(node: yaml.Node, key: str) -> str:
    if not key:
        return str(node.value)
    return next((str(v.value) for k, v in node.value if k.value == key), "") if isinstance(node.value, list) else ""


def _lines_naming(text: str, case: Page) -> Iterator[int]:
    """Yield the lines that still name the case in words, for a person to judge."""
    name = case.front_matter.name if isinstance(case.front_matter, CaseStudyFrontMatter) else case.title
    return (number for number, line in enumerate(text.splitlines(), start=1) if name in line)
