"""Changes: what has happened to the English text since a translation was stamped.

Takes in a page and its translation, spits out one `Change` a section that is not current, with the two states
of the English text where the older one was kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from colabora.knowledge_base import Page
from colabora.translations.freshness import page_freshness, section_digests, stamped_digests
from colabora.translations.kept import KeptSection, section_lines
from colabora.translations.model import Status


@dataclass(frozen=True)
class Change:
    """A section of an English page that a translation does not follow; `before` is None where it was not kept."""

    path: str
    section: str
    status: Status
    is_stamped: bool
    before: tuple[str, ...] | None
    after: tuple[str, ...]


def changes(english: Page, translation: Page | None, locale: str, kept: Mapping[str, KeptSection]) -> Iterator[Change]:
    """Yield every section that is not current."""
    freshness = page_freshness(english, translation, locale)
    stamped = stamped_digests(translation) if translation else {}
    now = section_digests(english)
    for section in freshness.sections:
        if section.status is Status.CURRENT:
            continue
        entry = kept.get(stamped.get(section.id, ""))
        before = entry.text if entry else None
        after = section_lines(english, section.id) if section.id in now else ()
        yield Change(english.path, section.id, section.status, section.is_stamped, before, after)


def change_to_text(change: Change) -> str:
    """Return a change as a unified diff under a line that says what happened."""
    head = f"{change.path}#{change.section}: "
    if change.status is Status.MISSING:
        return head + "not translated\n" + "".join(f"+{line}\n" for line in change.after)
    if not change.is_stamped:
        return head + "translated, but nobody has vouched for it: run “colabora translations stamp”\n"
    if not change.after:
        return head + "no longer in English: delete it from the translation\n"
    if change.before is None:
        return head + "changed since the stamp; the older English text was not kept, so compare the whole section\n"
    found = list(unified_diff(change.before, change.after, "when stamped", "now", lineterm="", n=1))
    return head + "changed since the stamp\n" + "".join(f"{line}\n" for line in found)
