"""Paradigms: which endings stand in for one another in a language, as data that Python and the browser share.

Two words are forms of one word if both are a stem with endings of one class: `telp-am`, `telp-as`. Everything is
written as `fold` leaves it, without accents and capitals, so that who types none finds the same. A form that nobody
says does no harm: it stands on no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class EndingClass:
    """Endings that stand in for one another after a stem of so many letters at least.

    Before the `soft` ones the last consonant of the stem changes (*brīdis – brīža*), unless folding hides it
    (*brālis – brāļa*). In a class with `alternating` ends of stems each stands in for the others (*plan-s, plann-ed*).
    `circumfixed` endings want `ge` before the stem (*ge-miet-et*). A class may be for a closed list of stems: those
    that end in one of `only`.
    """

    endings: tuple[str, ...]
    shortest: int = 3
    soft: tuple[str, ...] = ()
    alternating: tuple[tuple[str, ...], ...] = ()
    circumfixed: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Paradigms:
    """The classes of a language, and its irregular words as groups of stems.

    A group lists stems of one word (*lik*, *liek*, *liec*) that take all `group_endings`; `prefixes` make further words
    of it (*ielikt*). `marks` stand before forms of a word that are written as one with it (*jāmaksā*, *nestrādā*).
    """

    classes: tuple[EndingClass, ...] = ()
    softened: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    group_endings: tuple[str, ...] = ("",)
    prefixes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def split(text: str) -> tuple[str, ...]:
    """Return endings written in one line, each once; `-` is the empty one."""
    return unique("" if word == "-" else word for word in text.split())


def join(beginnings: Iterable[str], endings: Iterable[str]) -> tuple[str, ...]:
    """Return every beginning with every ending."""
    ends = tuple(endings)
    return unique(start + end for start in beginnings for end in ends)


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in their order, each once."""
    return tuple(dict.fromkeys(words))


def read_groups(text: str) -> tuple[tuple[str, ...], ...]:
    """Return groups of stems, written with `·` between them."""
    return tuple(split(group) for group in text.split("·"))
