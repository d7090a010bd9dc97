from __future__ import annotations

import json

import pytest

from colabora import reference_rules as link
from colabora.problems import (
    RULES,
    Problem,
    Severity,
    has_errors,
    problems_to_github,
    problems_to_json,
    problems_to_text,
    quote,
    rule,
)

FAULT = Problem("docs/en/a.md", 3, "no such page “b”", "did you mean “c”?", "link")


def test_a_problem_is_one_line_with_place_cure_and_rule() -> None:
    assert problems_to_text([FAULT]) == "docs/en/a.md:3: no such page “b” — did you mean “c”? [link]\n"


def test_line_breaks_and_controls_in_a_message_stay_on_one_line() -> None:
    @rule("test-only-one-line")
    def made(text: str) -> tuple[str, str]:
        """Test."""
        return text, "mend\x1b[31m it"

    try:
        problem = made.at("docs/en/a\nb.md", 0, "two\nlines \x00")
    finally:
        del RULES["test-only-one-line"]
    assert str(problem).splitlines() == [str(problem)]
    assert problem.line == 1
    assert "\x1b" not in str(problem)


def test_a_rule_has_one_name() -> None:
    assert link.broken_link.name in RULES
    with pytest.raises(ValueError, match="two rules"):
        rule("link")(lambda: ("", ""))


def test_json_names_every_part() -> None:
    assert json.loads(problems_to_json([FAULT])) == [
        {
            "path": "docs/en/a.md",
            "line": 3,
            "what": "no such page “b”",
            "mend": "did you mean “c”?",
            "rule": "link",
            "severity": "error",
        }
    ]


def test_github_commands_escape_what_would_end_them() -> None:
    nasty = Problem("a,b:c.md", 1, "100%\r\n::error::x", "mend", "r")
    line = problems_to_github([nasty])
    assert line.startswith("::error file=a%2Cb%3Ac.md,line=1,title=r::100%25%0D%0A")
    assert line.count("\n") == 1


def test_only_an_error_stops() -> None:
    warning = Problem("a.md", 1, "", "", "r", Severity.WARNING)
    assert has_errors([warning, FAULT])
    assert not has_errors([warning])


def test_a_long_quotation_is_cut() -> None:
    assert len(quote("x" * 5000)) < 100
