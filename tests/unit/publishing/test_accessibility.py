from __future__ import annotations

import pytest
from pydantic import ValidationError

from colabora.publishing.accessibility import FILE, Finding, Results, read_results, results_to_yaml
from conftest import Repository

RESULTS = Results("2026-11-24", "axe-core 1.2.3", 12, 120, [Finding("color-contrast", 3)])


def test_what_was_written_is_read_again(repository: Repository) -> None:
    assert read_results(repository({FILE: results_to_yaml(RESULTS)})) == RESULTS


def test_without_a_run_there_are_no_results(repository: Repository) -> None:
    assert read_results(repository({})) is None


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("pages: 12", "pages: many"),
        ("states: 120\n", ""),
        ("engine:", "motor: x\nengine:"),
        ("'2026-11-24'", "2026-11-24"),
    ],
)
def test_a_file_that_was_written_wrong_is_refused(repository: Repository, written: str, wrong: str) -> None:
    text = results_to_yaml(RESULTS)
    assert written in text
    root = repository({FILE: text.replace(written, wrong)})
    with pytest.raises(ValidationError):
        read_results(root)
