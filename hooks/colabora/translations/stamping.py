"""Stamping: vouch for sections by writing the digests of their English text into a translation's front matter.

Takes in the text of a file, spits out the same text with only the lines of `translation:` changed::

    translation:
      status: machine
      source:
        _front-matter: "3f2a9c0d1e5b7a86"
        costs: "0c1d2e3f4a5b6c7d"
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from colabora.knowledge_base import Page
from colabora.problems import Problem
from colabora.source import FENCE
from colabora.translations.comparing import Sides
from colabora.translations.freshness import PageFreshness, page_freshness, section_digests, stamped_digests
from colabora.translations.model import Status
from colabora.translations.parity import Exceptions, check_parity

KEY = "translation"


@dataclass(frozen=True)
class Stamping:
    """What came of stamping one page: names of sections, the digests to write, and what stands in the way."""

    stamped: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    digests: Mapping[str, str] | None = None


def plan_stamping(
    english: Page,
    translation: Page,
    sections: Collection[str] = (),
    with_changed: bool = False,
    *,
    exceptions: Exceptions = (),
    sides: Sides | None = None,
) -> Stamping:
    """Decide which sections can be vouched for.

    Without names these are the ones nobody has vouched for yet. One whose English text has changed since it was
    stamped has to be named, or all such are asked for: whoever only adds a section must not bless the others.
    """
    freshness = page_freshness(english, translation, translation.locale)
    chosen = set(sections) or _choose(freshness, with_changed)
    problems = check_parity(english, translation, chosen, exceptions, sides)
    left = tuple(k for k in freshness.of(Status.OUTDATED) if k not in chosen)
    if problems or not chosen:
        return Stamping(left=left, problems=tuple(problems))
    now, before = section_digests(english), stamped_digests(translation)
    there = {s.id for s in freshness.sections if s.status is not Status.MISSING}
    # In the order of the English page, what has left it last; what the translation dropped loses its stamp.
    digests = {
        key: now[key] if key in chosen else before[key]
        for key in (*now, *(k for k in before if k not in now))
        if key in there and (key in chosen or key in before)
    }
    stamped = tuple(k for k in digests if k in chosen and before.get(k) != digests[k])
    return Stamping(stamped, left, (), digests)


def _choose(freshness: PageFreshness, with_changed: bool) -> set[str]:
    """Return the sections that are there and current, were never stamped, or have changed if those are asked for."""
    return {
        s.id
        for s in freshness.sections
        if s.status is Status.CURRENT or (s.status is Status.OUTDATED and (with_changed or not s.is_stamped))
    }


def write_stamp(file: Path, digests: Mapping[str, str]) -> None:
    """Write digests into a file, every other byte as it was."""
    raw = file.read_bytes()
    stamped = stamp_text(raw.decode("utf-8"), digests).encode("utf-8")
    if stamped != raw:
        file.write_bytes(stamped)


def stamp_text(text: str, digests: Mapping[str, str]) -> str:
    """Return a file's text with the lines of `translation:` written anew, its status and reviewer kept."""
    lines = text.splitlines(keepends=True)
    end = next(n for n, line in enumerate(lines) if n and line.rstrip() == FENCE)
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    first, last, state = _find(lines[1:end])
    state = {key: value for key, value in {"status": "machine", **state}.items() if key != "source"}
    written = [f"{KEY}:", *(f"  {key}: {_scalar(value)}" for key, value in state.items()), "  source:"]
    written += [f'    {key}: "{digest}"' for key, digest in digests.items()]
    if first is None:
        first = last = end - 1
    return "".join([*lines[: first + 1], *(line + ending for line in written), *lines[last + 1 :]])


def _scalar(value: object) -> str:
    """Return a value as YAML writes it on one line."""
    return yaml.safe_dump(value, allow_unicode=True, width=10_000).removesuffix("...\n").strip()


def _find(header: list[str]) -> tuple[int | None, int, dict[str, object]]:
    """Return the indexes of the line before `translation:` and of its last line in the file, with what it says."""
    node = yaml.compose("".join(header), Loader=yaml.CSafeLoader)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == KEY:
            state = yaml.safe_load("".join(header))[KEY]
            return key.start_mark.line, last_line(value) + 1, state if isinstance(state, dict) else {}
    return None, 0, {}


def last_line(node: yaml.Node) -> int:
    """Return the last line a value stands on; a block's own end mark lies behind blank lines and comments."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return max(last_line(value) for _, value in node.value)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return max(last_line(value) for value in node.value)
    return int(node.end_mark.line)
