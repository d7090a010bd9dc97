"""Gaps: which practices no case speaks about, and which only cases that agree.

Takes in a knowledge base, spits out the practices a reader should trust least, for the page of gaps and for data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.schemas import PracticeFrontMatter


@dataclass(frozen=True)
class Gaps:
    """Practices as a reader of one language sees them, by file name; `verdicts` counts all evidence by verdict."""

    practices: int
    without_evidence: tuple[Page, ...]
    one_case: tuple[Page, ...]
    never_questioned: tuple[Page, ...]
    without_strong_source: tuple[Page, ...]
    verdicts: Mapping[str, int]


def find_gaps(base: KnowledgeBase, locale: str) -> Gaps:
    """Return what the evidence for the practices lacks; each practice stands in the first list that fits it."""
    practices = [
        (p, f) for p in base.of_kind(Kind.PRACTICE, locale) if isinstance(f := p.front_matter, PracticeFrontMatter)
    ]
    none = [p for p, f in practices if not f.evidence]
    one = [p for p, f in practices if len({e.case for e in f.evidence}) == 1]
    agreed = [p for p, f in practices if {e.verdict for e in f.evidence} == {"confirms"} and p not in one]
    verdicts = [e.verdict for _, f in practices for e in f.evidence]
    return Gaps(
        len(practices),
        tuple(none),
        tuple(one),
        tuple(agreed),
        tuple(p for p, f in practices if not any(_is_strong(base, key) for key in f.sources)),
        {v: verdicts.count(v) for v in ("confirms", "complicates", "contradicts")},
    )


def _is_strong(base: KnowledgeBase, key: str) -> bool:
    source = base.registers.sources.get(key)
    return source is not None and source.strength == "strong"
