"""The words of freshness: statuses, who made a translation, and what a reader has to be told in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

FRONT_MATTER = "_front-matter"
BEGINNING = "_beginning"


class Status(StrEnum):
    """How far a translation stands behind its source, from worst to best."""

    MISSING = "missing"
    OUTDATED = "outdated"
    CURRENT = "current"


class Origin(StrEnum):
    """Who made a translation."""

    MACHINE = "machine"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class MissingSection:
    """An English section that a translation lacks: its Markdown with the heading, and what it stands before."""

    id: str
    lines: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True)
class Notices:
    """What a page has to say about its sections; `english` is the relative address of the English page."""

    english: str
    outdated: frozenset[str] = frozenset()
    missing: tuple[MissingSection, ...] = ()

    @property
    def statuses(self) -> Mapping[str, Status]:
        """Return the status of each section that gets a notice."""
        missing = {s.id: Status.MISSING for s in self.missing}
        return {**dict.fromkeys(self.outdated, Status.OUTDATED), **missing}
