"""Sections: a page cut at its headings, for freshness, parity and fixed parts.

Takes in a `Source`, spits out `Section("", …)` for what stands before the first heading and one a heading.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from colabora.problems import Problem, quote, rule
from colabora.source import Line, Source

HEADING = re.compile(r"^(#{1,6})[ ]+(.*?)[ ]*(?:\{#([^}\s]*)\})?[ ]*$")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Ids that the theme's templates and scripts use for themselves (quality.md, rows 3 and 21).
RESERVED = re.compile(r"__|md-")
# Long enough to tell a text from the next, short enough for pages that carry hundreds: a chance in four billion.
DIGEST_LENGTH = 8


@rule("heading-id")
def heading_without_id(text: str) -> tuple[str, str]:
    """Give every heading an explicit id, the same in all languages.

    Bad: `## What it costs`

    Good: `## What it costs {#costs}`
    """
    return f"heading {quote(text)} has no id", "add “ {#short-english-id}” at the end of the line"


@rule("heading-id-form")
def bad_heading_id(identifier: str) -> tuple[str, str]:
    """Write ids in lower-case a to z, digits and hyphens; `__…` and `md-…` are the theme's.

    Bad: `## Costs {#__config}`, `## Costs {#Kosten}`

    Good: `## Costs {#costs}`
    """
    return (
        f"{quote(identifier)} can't be an id",
        "use lower-case a to z, digits and hyphens, not beginning with __ or md-",
    )


@rule("heading-id-duplicate")
def duplicate_heading_id(identifier: str, first: int) -> tuple[str, str]:
    """Give every id once on a page.

    Bad: two headings `{#costs}`

    Good: `{#costs}` and `{#running-costs}`
    """
    return f"id {quote(identifier)} stands here a second time (first in line {first})", "choose another id"


@rule("heading-level")
def skipped_level(level: int, before: int) -> tuple[str, str]:
    """Go down one heading level at a time, beginning with `##`; the title comes from the front matter.

    Bad: `# Title`, or `####` after `##`

    Good: `##`, then `###`
    """
    return f"heading of level {level} after level {before}", f"use {'#' * min(before + 1, 6)}"


@dataclass(frozen=True)
class Section:
    """A heading with its text up to the next heading; `id` and `heading` are empty for the page's beginning."""

    id: str
    heading: str
    level: int
    line: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the section's lines without the heading."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def digest(self) -> str:
        """Return the digest of the heading and the normalised text."""
        return text_digest(f"{self.heading}\n{self.text}")


def text_digest(text: str) -> str:
    """Return a short SHA-256 of the text, in which white space and Unicode composition make no difference."""
    normal = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(normal.encode()).hexdigest()[:DIGEST_LENGTH]


def parse_sections(source: Source) -> tuple[list[Section], list[Problem]]:
    """Cut a page at its headings; a page that begins with one has no section before it."""
    problems: list[Problem] = []
    heads: list[tuple[str, str, int, int]] = [("", "", 1, source.first_body_line)]
    collected: list[list[Line]] = [[]]
    first_lines: dict[str, int] = {}
    for line in source.lines:
        match = None if line.code else HEADING.match(line.text)
        if not match:
            collected[-1].append(line)
            continue
        level, text, identifier = len(match[1]), match[2], match[3] or ""
        if level == 1 or level > heads[-1][2] + 1:
            problems.append(skipped_level.at(source.path, line.number, level, heads[-1][2]))
        if not identifier:
            problems.append(heading_without_id.at(source.path, line.number, text))
        elif not ID.fullmatch(identifier) or RESERVED.match(identifier):
            problems.append(bad_heading_id.at(source.path, line.number, identifier))
        elif identifier in first_lines:
            problems.append(duplicate_heading_id.at(source.path, line.number, identifier, first_lines[identifier]))
        first_lines.setdefault(identifier, line.number)
        heads.append((identifier, text, level, line.number))
        collected.append([])
    sections = [
        Section(identifier, text, level, number, tuple(lines))
        for (identifier, text, level, number), lines in zip(heads, collected, strict=True)
    ]
    if not sections[0].text.strip():
        del sections[0]
    return sections, problems
