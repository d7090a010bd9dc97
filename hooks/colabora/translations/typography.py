"""Typography: quotation marks, dashes and fixed spaces as each language sets them.

Takes in a page's prose, spits out one warning a page and kind, with how often and where first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from colabora.problems import Problem, Severity, rule
from colabora.translations.inventory import Prose

FIXED = "\u00a0\u202f"
NARROW = "\u202f"


@rule("typography-quotes", Severity.WARNING)
def wrong_quotes(count: int, right: str) -> tuple[str, str]:
    """Use the quotation marks of the language.

    Bad: `"koprade"`, `“koprade”` in a Latvian page

    Good: `„koprade”` in Latvian, `„Coworking“` in German, `«coworking»` in Spanish, the same with narrow no-break
    spaces inside in French
    """
    return f"{count} × quotation marks of another language, here first", f"write {right}"


@rule("typography-dashes", Severity.WARNING)
def wrong_dashes(count: int) -> tuple[str, str]:
    """Use an en dash between sentence parts and, without spaces, in ranges.

    Bad: `2018-2022`, `2018 – 2022`, `telpa - un cilvēki`

    Good: `2018–2022`, `telpa – un cilvēki`
    """
    what = f"{count} × a hyphen for a dash, or spaces in a range, here first"
    return what, "write “2018–2022”, and “ – ” in a sentence"


@rule("typography-spaces", Severity.WARNING)
def wrong_spaces(count: int, right: str) -> tuple[str, str]:
    """Set fixed spaces where the language wants them, and none where it wants none.

    Bad: `90 %` with a plain space, `Combien ?` with a plain space in French, `Wie viel ?` in German

    Good: a no-break space (U+00A0) before % and €; in French a narrow one (U+202F) before `; : ! ?` and inside « »
    """
    return f"{count} × a wrong space, here first", right


@dataclass(frozen=True)
class Custom:
    """What is wrong in a language, as patterns, and what is right in words."""

    quotes: re.Pattern[str]
    quotes_right: str
    spaces: re.Pattern[str]
    spaces_right: str


DASHES = re.compile(r"(?<=\S) - (?=\S)|(?<![\d-])\d{1,4}-\d{1,4}(?![\d-])|\d[ \u00a0\u202f]–[ \u00a0\u202f]\d")
PLAIN_IN_NUMBER = r"(?<!\d)\d{1,3} (?=\d{3}(?!\d))"
PLAIN_BEFORE_UNIT = rf"\d (?=[%€])|\d(?=[%€])|{PLAIN_IN_NUMBER}"
SPACE_BEFORE_MARK = rf"(?<=\w)[ {FIXED}](?=[;:!?](?:\s|$))"
FRENCH_SPACES = re.compile(
    rf"\d[^{FIXED}]?(?=[%€])|{PLAIN_IN_NUMBER}"
    rf"|(?<=[\w)\]»])[^\S{NARROW}](?=[;:!?](?:\s|$))"
    r"|(?<=[\w)\]»])(?=[;!?](?:\s|$))"
    r"|(?<=[\w)\]»])(?=:(?:\s|$))"
    rf"|«(?!{NARROW})|(?<!{NARROW})»"
)
CUSTOMS: Mapping[str, Custom] = {
    "lv": Custom(
        re.compile(r"[\"“«»]|(?<!\w)[‘’](?=\w)"), "„…”",
        re.compile(f"{PLAIN_BEFORE_UNIT}|{SPACE_BEFORE_MARK}"), "write a no-break space (U+00A0) in numbers and before % and €, none before ; : ! ?",
    ),
    "de": Custom(
        re.compile(r"[\"”«»]|(?<!\w)“(?=\w)"), "„…“",
        re.compile(f"{PLAIN_BEFORE_UNIT}|{SPACE_BEFORE_MARK}"), "write a no-break space (U+00A0) in numbers and before % and €, none before ; : ! ?",
    ),
    "fr": Custom(
        re.compile(r"[\"„“”]"), "« … » with U+202F inside",
        FRENCH_SPACES, "write U+202F before ; : ! ? and inside « », U+202F or U+00A0 in numbers and before % and €",
    ),
    "es": Custom(
        re.compile(r"[\"„“”]"), "«…»",
        re.compile(f"{PLAIN_BEFORE_UNIT}|{SPACE_BEFORE_MARK}"), "write a no-break space (U+00A0) in numbers and before % and €, none before ; : ! ?",
    ),
}  # fmt: skip


def check_typography(path: str, locale: str, prose: Sequence[Prose]) -> Iterator[Problem]:
    """Return what a page sets otherwise than its language does; a language without customs here is left alone."""
    customs = CUSTOMS.get(locale)
    if customs is None:
        return
    if found := _count(customs.quotes, prose):
        yield wrong_quotes.at(path, found[1], found[0], customs.quotes_right)
    if found := _count(DASHES, prose):
        yield wrong_dashes.at(path, found[1], found[0])
    if found := _count(customs.spaces, prose):
        yield wrong_spaces.at(path, found[1], found[0], customs.spaces_right)


def _count(pattern: re.Pattern[str], prose: Sequence[Prose]) -> tuple[int, int] | None:
    """Return how often a pattern is found and the first line, or nothing."""
    hits = [(len(pattern.findall(p.text)), p.line) for p in prose]
    count = sum(n for n, _ in hits)
    return (count, next(line for n, line in hits if n)) if count else None
