"""What the accessibility statement says of the last run is what `make test` holds: run `make accessibility` again."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser.accessibility import ENGINE
from browser.grid import states_of_kinds, turns
from browser.kinds import LOCALES, address
from browser.serving import ROOT
from colabora.publishing.accessibility import read_results
from colabora.strings import read_strings


def test_the_recorded_run_saw_the_grid_that_is_tested_and_found_nothing(built_site: Path) -> None:
    results = read_results(ROOT)
    assert results
    assert results.engine == ENGINE
    assert results.findings == []
    # New pages come every day and are tested in every run; the record may be behind, but not by a third of the site.
    now, then = sum(map(len, turns(built_site).values())), results.pages
    assert now * 2 / 3 <= then <= now * 4 / 3
    assert states_of_kinds() * 2 / 3 <= results.states - then <= states_of_kinds() * 4 / 3


@pytest.mark.parametrize("locale", LOCALES)
def test_the_statement_prints_the_recorded_run_as_its_language_writes_it(built_site: Path, locale: str) -> None:
    results, strings = read_results(ROOT), read_strings(ROOT, locale)[0]
    assert results
    page = built_site / address("statement", locale) / "index.html"
    cells = LexborHTMLParser(page.read_text(encoding="utf-8")).css(".accessibility-results dd")
    numbers = [strings.number(number) for number in (results.pages, results.states, 0)]
    assert [cell.text().strip() for cell in cells] == [strings.day(results.checked), results.engine, *numbers]
