"""Reading: which files a build of the site takes from `docs/`, and the text of a page with its blanks filled in."""

from __future__ import annotations

from pathlib import Path

from colabora.files import PAGE, is_published
from colabora.knowledge_base import KnowledgeBase

EDITORS_EMAIL = "%editors_email%"


def is_read(base: KnowledgeBase, path: str) -> bool:
    """Tell whether a file below `docs/` may be published and, if it is a page, is in the knowledge base.

    A page that is saved while the site is being built waits for the next build.
    """
    locale, _, name = path.partition("/")
    return is_published(base.root / "docs" / path, base.root) and (
        Path(path).suffix != PAGE or name in base.pages.get(locale, {})
    )


def fill_editors_email(text: str, address: str) -> str:
    """Put the editors' address in place of `%editors_email%`."""
    return text.replace(EDITORS_EMAIL, address)
