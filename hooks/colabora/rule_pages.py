"""The page of rules: each rule's docstring as summary, bad and good example, for `[[rules]]`.

Takes in the docstring of a rule, spits out a `RuleText`; an example is Markdown of its own, in backticks or indented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

from colabora.problems import RULES, Rule, Severity

PARTS = re.compile(r"^(?P<summary>.*?)\n+Bad:(?P<bad>.*?)\n+Good:(?P<good>.*)$", re.DOTALL)


@dataclass(frozen=True)
class RuleText:
    """A rule as the page shows it."""

    name: str
    severity: Severity
    summary: str
    bad: str
    good: str


def parse_rule(rule: Rule[...]) -> RuleText:
    """Take a rule's docstring apart; one without examples is a ValueError."""
    match = PARTS.match(rule.documentation)
    if not match:
        raise ValueError(f"the docstring of rule {rule.name} lacks Bad: and Good:")
    summary = " ".join(match["summary"].split())
    return RuleText(rule.name, rule.severity, summary, _example(match["bad"]), _example(match["good"]))


def _example(text: str) -> str:
    return dedent(text.lstrip(" ").strip("\n")).strip()


def rule_texts() -> list[RuleText]:
    """Return every rule by name."""
    return [parse_rule(RULES[name]) for name in sorted(RULES)]
