"""Quality: how well the forms of words find each other, as counted by `make search-quality` and shown on the site."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from colabora.knowledge_base import KnowledgeBase
from colabora.registers import FOLDER

FILE = f"{FOLDER}/search-quality.yml"


@dataclass(frozen=True)
class Row:
    """What was counted of a language's words, of Latvian by kind of word: `recall` and `wrong` in per cent."""

    locale: str
    kind: str
    words: int
    forms: int
    recall: float
    wrong: float


def read_quality(base: KnowledgeBase) -> tuple[Row, ...]:
    """Read the last count; a repository without one has no rows."""
    file = base.root / FILE
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else []
    return tuple(Row(**entry) for entry in entries)
