"""Checks: every problem of every page, from the bytes of a file to the links between pages."""

from __future__ import annotations

from pathlib import Path

from colabora.case_studies.checks import check_cases
from colabora.checklists.checks import with_checklists
from colabora.kinds import FIXED_PARTS
from colabora.knowledge_base import KnowledgeBase, Page, read_knowledge_base
from colabora.limits import check_limits
from colabora.locales import SOURCE_LOCALE
from colabora.methodology.claims import check_claims
from colabora.new_page import check_gaps
from colabora.problems import Problem, quote, rule
from colabora.publishing.redirects import check_redirects
from colabora.references import check_references
from colabora.training.checks import with_questions
from colabora.translations.checks import check_translations


@rule("fixed-part")
def missing_part(identifier: str, kind: str) -> tuple[str, str]:
    """Give every page the fixed parts of its kind, in their order.

    Bad: a practice without `## When not to use {#when-not-to-use}`

    Good: the six headings of a practice in their order
    """
    return (
        f"a page of kind {kind} has no part {quote(identifier)} at this place",
        f"add a heading “## … {{#{identifier}}}” in the order of the content model",
    )


@rule("duplicate-title")
def duplicate_title(title: str, other: str) -> tuple[str, str]:
    """Give every page of a language its own title.

    Bad: `title: Test` on two pages

    Good: `title: Test` and `title: Test before you build`
    """
    return f"{quote(title)} is the title of {other}, too", "choose a title that tells the two apart"


@rule("empty-page")
def empty_page() -> tuple[str, str]:
    """Publish pages that say something.

    Bad: front matter alone

    Good: front matter and a text
    """
    return "the page has no text", "write it or delete the file"


def check(root: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """Read everything below the repository root and return it with all problems, by path and line."""
    base, problems = read_knowledge_base(root)
    base, found = check_base(base)
    return base, sorted(set(problems + found))


def check_base(base: KnowledgeBase) -> tuple[KnowledgeBase, list[Problem]]:
    """Return the knowledge base with its lists and questions, and the problems that need more than one file."""
    base, problems = with_checklists(base)
    base, found = with_questions(base)
    problems += found
    for locale in base.locales:
        pages = [p for p in base.pages[locale].values() if p.front_matter is not None]
        for page in pages:
            problems += check_page(base, page)
        problems += check_titles(pages)
    problems += check_translations(base)
    problems += check_redirects(base)
    problems += check_cases(base)
    return base, problems


def check_page(base: KnowledgeBase, page: Page) -> list[Problem]:
    """Return the problems of one page that need the rest of the knowledge base."""
    # A part that a translation lacks is shown in English; parity says when that is wrong.
    parts = check_parts(page) if page.locale == SOURCE_LOCALE else []
    problems = [*parts, *check_gaps(page.source), *check_claims(page)]
    if not page.source.body.strip():
        problems.append(empty_page.at(page.path, page.source.first_body_line))
    limits = list(check_limits(page.source))
    # What breaks a limit is not rendered: it might never end.
    return problems + (limits or check_references(base, page))


def check_titles(pages: list[Page]) -> list[Problem]:
    """Return the titles that two pages of a language share."""
    problems = []
    first: dict[str, str] = {}
    for page in pages:
        title = page.title.casefold()
        if title in first:
            problems.append(duplicate_title.at(page.path, page.source.line_of("title"), page.title, first[title]))
        first.setdefault(title, page.path)
    return problems


def check_parts(page: Page) -> list[Problem]:
    """Return the fixed parts that a page lacks or has in another order."""
    wanted = FIXED_PARTS.get(page.kind, ())
    found = [s for s in page.sections if s.id in wanted]
    problems = []
    position = 0
    for identifier in wanted:
        at = next((n for n, s in enumerate(found[position:], start=position) if s.id == identifier), None)
        if at is None:
            line = found[position - 1].line if position else page.source.first_body_line
            problems.append(missing_part.at(page.path, line, identifier, page.kind))
        else:
            position = at + 1
    return problems


def is_readable(base: KnowledgeBase, problems: list[Problem]) -> bool:
    """Tell whether every page could be read, so that a draft of the site can be shown in spite of problems."""
    whole = all(p.front_matter is not None for pages in base.pages.values() for p in pages.values())
    return whole and not any(p.rule in UNREADABLE for p in problems)


# What must never be published, or leaves nothing to publish.
UNREADABLE = frozenset(
    (
        "complexity",
        "line-length",
        "utf-8",
        "file-size",
        "symlink",
        "file-type",
        "docs-folder",
        "picture-file",
        "register",
    )
)
