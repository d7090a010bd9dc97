"""Parity: what a section that claims to be current must have in common with the English one.

Takes in an English page and its translation, spits out a problem for every heading that is missing, added or moved,
and for all in which the sections disagree. Whether that is an error is for the caller: in an outdated section it is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from colabora.knowledge_base import Page
from colabora.problems import Problem, quote
from colabora.translations.comparing import Comparison, Side, Sides
from colabora.translations.freshness import front_matter_texts, section_key, stamped_digests
from colabora.translations.inventory import Prose
from colabora.translations.model import BEGINNING, FRONT_MATTER
from colabora.translations.rules import front_matter_differs, heading_differs

# Numbers that may differ: page, section and number, with a reason in the register.
Exceptions = Collection[tuple[str, str, str]]


def check_parity(
    english: Page,
    translation: Page,
    keys: Collection[str],
    exceptions: Exceptions = (),
    sides: Sides | None = None,
) -> list[Problem]:
    """Compare the sections with these names; one that the translation lacks is a problem, too."""
    problems: list[Problem] = []
    if FRONT_MATTER in keys:
        problems += _check_front_matter(english, translation, exceptions)
    problems += _check_headings(english, translation, keys)
    sides = sides or Sides()
    translated = sides.of(translation)
    for key, side in sides.of(english).items():
        if key in keys and key in translated:
            problems += Comparison(side, translated[key], _exempt(exceptions, english.name, key)).problems()
    return problems


def _exempt(exceptions: Exceptions, page: str, key: str) -> list[str]:
    return [number for name, section, number in exceptions if (name, section) == (page, key)]


def _check_headings(english: Page, translation: Page, keys: Collection[str]) -> Iterator[Problem]:
    levels = {section_key(s): s.level for s in english.sections}
    lines = {section_key(s): s.line for s in translation.sections}
    for section in english.sections:
        key = section_key(section)
        if key in keys and key not in lines:
            what = "no text before the first heading" if key == BEGINNING else f"no heading {quote(key)}"
            yield heading_differs.at(
                translation.path, translation.source.first_body_line, f"{what} as in {english.path}:{section.line}"
            )
    followed = stamped_digests(translation)
    for section in translation.sections:
        key = section_key(section)
        if keys and key not in levels and key not in followed:
            what = f"heading {quote(key)}" if section.id else "text before the first heading"
            yield heading_differs.at(translation.path, section.line, f"{what}, which {english.path} does not have")
        elif key in keys and section.level != levels.get(key, section.level):
            what = f"heading {quote(key)} of level {section.level}, in English {levels[key]}"
            yield heading_differs.at(translation.path, section.line, what)
    wanted = [k for k in levels if k in keys and k in lines]
    given = [k for k in lines if k in keys and k in levels]
    for one, other in zip(wanted, given, strict=True):
        if one != other:
            what = f"heading {quote(other)} where English has {quote(one)}"
            yield heading_differs.at(translation.path, lines[other], what)
            return


def _check_front_matter(english: Page, translation: Page, exceptions: Exceptions) -> Iterator[Problem]:
    wanted = front_matter_texts(english.source, english.kind)
    given = front_matter_texts(translation.source, translation.kind)
    exempt = _exempt(exceptions, english.name, FRONT_MATTER)
    for key in given.keys() - wanted.keys():
        line = translation.source.line_of(key)
        yield front_matter_differs.at(translation.path, line, f"{quote(key)}, which {english.path} does not have")
    for key, value in wanted.items():
        line = translation.source.line_of(key)
        if key not in given:
            yield front_matter_differs.at(translation.path, 1, f"no {quote(key)} as in {english.path}")
            continue
        texts, translated = _texts(value), _texts(given[key])
        if texts.keys() != translated.keys():
            lacks = ", ".join(map(str, texts.keys() ^ translated.keys()))
            what = f"{quote(key)} has {len(translated)} entries, in English {len(texts)} (differs: {lacks})"
            yield front_matter_differs.at(translation.path, line, what)
            continue
        for part, text in texts.items():
            place = _entry_line(english, key, part)
            own = Side(translation.path, _entry_line(translation, key, part), translation.locale)
            own.prose = [Prose(translated[part], own.line)]
            theirs = Side(english.path, place, english.locale, [Prose(text, place)])
            yield from Comparison(theirs, own, exempt).problems()


def front_matter_prose(page: Page) -> list[Prose]:
    """Return the texts of a page's front matter with their lines."""
    return [
        Prose(text, _entry_line(page, key, part))
        for key, value in front_matter_texts(page.source, page.kind).items()
        for part, text in _texts(value).items()
    ]


def _texts(value: object) -> Mapping[str, str]:
    """Return a text, the texts of a list or the texts of entries by what names them."""
    if isinstance(value, dict):
        return {str(k): str(v) for k, v in value.items()}
    if isinstance(value, list):
        return {str(n): str(v) for n, v in enumerate(value)}
    return {"": str(value)}


def _entry_line(page: Page, key: str, part: str) -> int:
    """Return the line of an entry, also of one that is named by its id rather than its place."""
    value = page.source.front_matter.get(key)
    if part and not part.isdigit() and isinstance(value, list):
        place = next((n for n, e in enumerate(value) if isinstance(e, dict) and part in map(str, e.values())), 0)
        return page.source.line_of(f"{key}.{place}")
    return page.source.line_of(f"{key}.{part}" if part else key)
