"""Page context: what rendering a page needs to know of everything around it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from colabora.checklists.model import Checklist
from colabora.locales import SOURCE_LOCALE
from colabora.registers import SourceEntry
from colabora.strings import Strings
from colabora.training.model import Exercise, Question
from colabora.translations.model import Notices


@dataclass(frozen=True)
class PageContext:
    """What rendering a page needs to know: the language of its text, its name, and what it may refer to.

    Lists, questions and exercises, by id, are those that readers of this language see: English where there is no translation.
    """

    locale: str = SOURCE_LOCALE
    page: str = "index.md"
    strings: Strings = field(default_factory=lambda: Strings(SOURCE_LOCALE))
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    notices: Notices | None = None

    def string(self, key: str, **values: object) -> str:
        """Return an interface string, or its key where there is none (a bare Python-Markdown has no strings)."""
        return self.strings(key, **values) if key in self.strings.texts else key.rpartition(".")[2]

    def path_to(self, page: str) -> str:
        """Return the relative `.md` path from this page to another."""
        return posixpath.relpath(page, posixpath.dirname(self.page) or ".")
