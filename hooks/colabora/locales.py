"""Languages: the source language and those it is translated into."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE_LOCALE = "en"
# Two letters as in ISO 639-1, which is also what mkdocs-static-i18n takes a folder for.
LOCALE_FOLDER = re.compile(r"[a-z]{2}")


def read_locales(root: Path) -> tuple[str, ...]:
    """Return the locales that have an interface strings file, the source language first.

    Adding a language is a line in mkdocs.yml, a folder in docs/ and a strings file.
    """
    found = sorted(p.stem for p in (root / "overrides" / "strings").glob("*.yml"))
    return (SOURCE_LOCALE, *(x for x in found if x != SOURCE_LOCALE))
