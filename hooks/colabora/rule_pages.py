"""The page of rules: each rule's docstring as summary, bad and good example, for `[[rules]]`.

Takes in the docstring of a rule, spits out a `RuleText`. An example is an indented block, shown as it is, or a line of
words with code in backticks, which is cut into pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

from colabora.plain_text import CODE_SPAN
from colabora.problems import RULES, Rule, Severity

PARTS = re.compile(r"^(?P<summary>.*?)\n+Bad:(?P<bad>.*?)\n+Good:(?P<good>.*)$", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A piece of a line: words, or code without its backticks; a block is a single piece."""

    text: str
    is_code: bool = False
    is_block: bool = False


@dataclass(frozen=True)
class RuleText:
    """A rule as the page shows it."""

    name: str
    severity: Severity
    summary: tuple[Piece, ...]
    bad: tuple[Piece, ...]
    good: tuple[Piece, ...]


def parse_rule(rule: Rule[...]) -> RuleText:
    """Take a rule's docstring apart; one without examples is a ValueError."""
    match = PARTS.match(rule.documentation)
    if not match:
        raise ValueError(f"the docstring of rule {rule.name} lacks Bad: and Good:")
    summary = pieces(" ".join(match["summary"].split()))
    return RuleText(rule.name, rule.severity, summary, _example(match["bad"]), _example(match["good"]))


def pieces(line: str) -> tuple[Piece, ...]:
    """Cut a line at its code."""
    found: list[Piece] = []
    position = 0
    for code in CODE_SPAN.finditer(line):
        found += [
            Piece(line[position : code.start()]),
            Piece(code[2].strip() if len(code[1]) > 1 else code[2], is_code=True),
        ]
        position = code.end()
    return tuple(p for p in [*found, Piece(line[position:])] if p.text)


def _example(text: str) -> tuple[Piece, ...]:
    if text.startswith("\n"):
        return (Piece(dedent(text).strip(), is_block=True),)
    return pieces(" ".join(line.strip() for line in text.strip().splitlines()))


def rule_texts() -> list[RuleText]:
    """Return every rule by name."""
    return [parse_rule(RULES[name]) for name in sorted(RULES)]
