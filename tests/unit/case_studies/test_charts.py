from __future__ import annotations

from pathlib import Path

import pytest

from colabora.case_studies.charts import Charts, charts
from colabora.knowledge_base import read_knowledge_base
from synthetic_cases import case_page

FIGURE = {"what": "It", "unit": "EUR", "as_of": "2020", "source": "report"}


def add(root: Path, slug: str, **values: object) -> None:
    front_matter = {
        "title": slug, "description": "A case made for a test, long enough to pass.", "kind": "space", "name": slug,
        "country": "LV", "status": "open", "stages": ["open"], "sources": ["report"], "provenance": "public-sources",
        "last_checked": "2026-11-24", **values,
    }  # fmt: skip
    (root / f"docs/en/case-studies/{slug}.md").write_text(case_page(front_matter), encoding="utf-8")


def drawn(root: Path, question: str, locale: str = "en") -> Charts:
    base, problems = read_knowledge_base(root)
    assert not problems
    return charts(base, question, locale)


def test_a_chart_holds_every_value_measured_against_the_longest(root: Path) -> None:
    add(root, "long", figures=[{**FIGURE, "id": "years-to-opening", "value": 8, "unit": "years"}])
    add(root, "short", figures=[{**FIGURE, "id": "years-to-opening", "value": 2, "unit": "years"}])
    found = drawn(root, "years-to-opening")
    assert [(b.case.slug, b.value, b.share) for b in found.charts[0].bars] == [("long", 8, 100), ("short", 2, 25)]
    assert found.count == 2
    # A network is not expected to have opened.
    assert [c.slug for c in found.missing] == ["forge"]


def test_a_place_costs_what_is_said_or_the_whole_by_its_desks(root: Path) -> None:
    site = {"name": "a", "place": "b", "desks": 4}
    total = {**FIGURE, "id": "total-cost", "value": 1000}
    add(root, "whole", sites=[site], figures=[total])
    add(root, "said", figures=[{**FIGURE, "id": "cost-per-place", "value": 500}])
    add(root, "two-sites", sites=[site, dict(site)], figures=[total])
    add(root, "no-desks", sites=[{"name": "a", "place": "b"}], figures=[total])
    found = drawn(root, "cost-per-place")
    assert [(b.case.slug, b.value) for b in found.charts[0].bars] == [("said", 500), ("whole", 250)]
    assert {c.slug for c in found.missing} == {"forge", "two-sites", "no-desks"}


def test_members_stand_beside_the_desks_of_an_only_site(root: Path) -> None:
    add(
        root,
        "one",
        sites=[{"name": "a", "place": "b", "desks": 30}],
        figures=[{**FIGURE, "id": "members-after-one-year", "value": 6, "unit": "members"}],
    )
    (chart,) = drawn(root, "members").charts
    assert [(b.case.slug, b.value, b.share, b.desks, b.desks_share) for b in chart.bars] == [
        ("forge", 15, 50, None, 0),
        ("one", 6, 20, 30, 100),
    ]


def test_currencies_and_units_are_never_drawn_in_one_chart(root: Path) -> None:
    found = drawn(root, "prices")
    assert [(c.unit, c.count, [b.value for b in c.bars]) for c in found.charts] == [
        ("EUR/day", 1, [12]),
        ("GBP/month", 1, [90.5]),
    ]
    assert found.count == 1


def test_a_note_says_in_which_language_it_is_written(root: Path) -> None:
    notes = [(b.what, b.what_locale) for c in drawn(root, "prices", "lv").charts for b in c.bars]
    assert notes == [("Cena mājiniekiem", "lv"), ("Not translated.", "en")]


def test_a_question_without_an_answer_has_no_chart(root: Path) -> None:
    found = drawn(root, "years-to-opening")
    assert (found.charts, found.count, [c.slug for c in found.missing]) == ((), 0, ["forge"])


@pytest.mark.parametrize("question", ["cost-per-place", "members", "prices", "years-to-opening"])
def test_a_value_of_nothing_divides_by_nothing(root: Path, question: str) -> None:
    price = {"id": "day", "amount": 0, "currency": "EUR", "unit": "day", "year": 2020, "source": "report"}
    ids = ("cost-per-place", "members-after-one-year", "years-to-opening")
    add(root, "free", prices=[price], figures=[{**FIGURE, "id": i, "value": 0} for i in ids])
    assert all(bar.share in range(101) for chart in drawn(root, question).charts for bar in chart.bars)
