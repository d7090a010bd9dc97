"""Text that stands for something the build knows, filled in before a page is rendered."""

from __future__ import annotations

EDITORS_EMAIL = "%editors_email%"


def fill_editors_email(text: str, address: str) -> str:
    """Put the editors' address in place of `%editors_email%`."""
    return text.replace(EDITORS_EMAIL, address)
