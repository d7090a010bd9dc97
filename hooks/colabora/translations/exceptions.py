"""Exceptions: numbers that may differ from the English ones, each with its reason.

Kept in the register `docs/en/about/translation-exceptions.yml`::

    - {page: about/index.md, section: project, locale: fr, number: "21", reason: "“XXIe siècle” has no digits."}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from colabora.registers import TranslationException


def exceptions_by_locale(entries: Iterable[TranslationException]) -> dict[str, set[tuple[str, str, str]]]:
    """Return (page, section, number) by language."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for entry in entries:
        found[entry.locale].add((entry.page, entry.section, entry.number))
    return found
