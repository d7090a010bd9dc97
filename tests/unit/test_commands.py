from __future__ import annotations

import json
from pathlib import Path

import pytest

from colabora.checks import check
from colabora.cli import main
from colabora.kinds import Kind
from colabora.problems import RULES, Rule, Severity
from colabora.rule_pages import parse_rule, rule_texts
from conftest import Repository


def test_a_clean_repository_exits_0(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository({"docs/en/index.md": "Text.\n"})
    assert main(["--root", str(root), "check"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_problem_exits_1_in_every_format(
    repository: Repository, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    root = repository({"docs/en/index.md": "[costs](mony.md)\n"})
    assert main(["--root", str(root), "check", "--format", form]) == 1
    out = capsys.readouterr().out
    if form == "json":
        assert [p["rule"] for p in json.loads(out)] == ["link"]
    else:
        assert out.count("\n") == 1
        assert "docs/en/index.md" in out


def test_a_folder_that_is_no_repository_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "docs" in capsys.readouterr().err


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_page_passes_but_for_its_gaps(repository: Repository, kind: Kind) -> None:
    sources = '- {key: col, url: "https://a.example/", title: A, accessed: "2026-11-24", strength: single}\n'
    files = {
        "docs/en/index.md": "Text.\n",
        "docs/en/about/sources.yml": sources,
        "overrides/markers/downloads.html": "",
    }
    root = repository(files)
    if kind is Kind.LESSON:
        main(["--root", str(root), "new", "module", "testing"])
    assert (
        main(["--root", str(root), "new", str(kind), "a-new-one", "--in", "testing" if kind is Kind.LESSON else "test"])
        == 0
    )
    _, problems = check(root)
    assert {p.rule for p in problems} == {"gap"}
    assert {p.path for p in problems} >= {next(p for p in problems if "a-new-one" in p.path).path}


@pytest.mark.parametrize(
    "arguments",
    [
        ["page", "Ā b"],
        ["page", "../../evil"],
        ["practice", "fine"],
        ["practice", "fine", "--in", "../x"],
        ["page", "there"],
    ],
)
def test_a_page_that_cannot_be_made_is_one_line_and_no_file(
    repository: Repository, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    root = repository({"docs/en/about/there.md": "Text.\n"})
    before = sorted(root.rglob("*"))
    assert main(["--root", str(root), "new", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert sorted(root.rglob("*")) == before


def test_every_rule_is_documented_with_a_bad_and_a_good_example() -> None:
    texts = rule_texts()
    assert [t.name for t in texts] == sorted(RULES)
    assert all(t.summary and t.bad and t.good for t in texts)


def test_an_example_is_a_block_or_a_line_cut_at_its_code() -> None:
    texts = {t.name: t for t in rule_texts()}
    assert [(p.text, p.is_code) for p in texts["block-fence"].bad] == [
        ("//note", True),
        (", ", False),
        ("  /// note", True),
    ]
    (block,) = texts["block-unclosed"].good
    assert (block.text, block.is_block) == ("/// note\nText.\n///", True)


def test_a_rule_without_examples_is_refused() -> None:
    def word() -> tuple[str, str]:
        """Say nothing."""
        return "", ""

    with pytest.raises(ValueError, match="lacks Bad"):
        parse_rule(Rule("x", Severity.ERROR, word))
