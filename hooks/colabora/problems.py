"""Problems: what is wrong in a file, where, and how to mend it.

Takes in what a check found, spits out one line a person can act on::

    docs/lv/index.md:12: no such page “abuot.md” — did you mean “about/index.md”? [link]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from inspect import getdoc
from typing import Generic, ParamSpec

P = ParamSpec("P")
LONGEST_QUOTE = 80


class Severity(StrEnum):
    """Say whether the page still reads right (warning) or would lie (error)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one file; `path` is relative to the repository root, `line` counts from 1."""

    path: str
    line: int
    what: str
    mend: str
    rule: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} — {self.mend} [{self.rule}]"


@dataclass(frozen=True)
class Rule(Generic[P]):
    """A rule: its name, how grave a breach is, and the function that words its problems."""

    name: str
    severity: Severity
    word: Callable[P, tuple[str, str]]

    @property
    def documentation(self) -> str:
        """Return the docstring: a sentence, then a `Bad:` and a `Good:` example."""
        return getdoc(self.word) or ""

    def at(self, path: str, line: int, *args: P.args, **kwargs: P.kwargs) -> Problem:
        """Make the problem of this rule at a line of a file."""
        what, mend = self.word(*args, **kwargs)
        return Problem(one_line(path), max(line, 1), one_line(what), one_line(mend), self.name, self.severity)


RULES: dict[str, Rule[...]] = {}


def rule(name: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[P, tuple[str, str]]], Rule[P]]:
    """Register a function that words a problem as (what is wrong, how to mend it) under a rule's name.

    The function's docstring is the rule's documentation, from which the page of rules is made.
    """

    def register(word: Callable[P, tuple[str, str]]) -> Rule[P]:
        if name in RULES:
            raise ValueError(f"two rules are called {name}")
        made = Rule(name, severity, word)
        RULES[name] = made
        return made

    return register


def one_line(text: str) -> str:
    """Return the text with line breaks and control characters made visible, so that it stays on one line."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in " ".join(text.split()))


def quote(text: object) -> str:
    """Return a value in quotation marks, shortened so that a message stays readable."""
    shown = one_line(str(text))
    return f"“{shown if len(shown) <= LONGEST_QUOTE else shown[: LONGEST_QUOTE - 1] + '…'}”"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether one of the problems makes the output wrong."""
    return any(p.severity is Severity.ERROR for p in problems)


def problems_to_text(problems: Iterable[Problem]) -> str:
    """Return one line a problem."""
    return "".join(f"{p}\n" for p in problems)


def problems_to_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list with one object a problem."""
    return json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=1) + "\n"


def problems_to_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that GitHub shows beside the line (`::error file=…,line=…::message`)."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_property(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    return "".join(
        f"::{p.severity} file={escape_property(p.path)},line={p.line},title={escape_property(p.rule)}::"
        f"{escape(f'{p.what} — {p.mend}')}\n"
        for p in problems
    )
