from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from selectolax.lexbor import LexborHTMLParser

from catalogue_world import print_catalogue, with_cases
from colabora.catalogue.facets import closed_set, price_of, size_of, values_of
from colabora.catalogue.model import PAGE, catalogue_to_json, make_catalogue, money_of
from colabora.catalogue.outlines import HEIGHT, WIDTH, draw_outlines, project
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from colabora.publishing.addresses import address_of
from colabora.schemas import CaseStudyFrontMatter, Figure, Funding, Price, Site
from conftest import ROOT

CASE = CaseStudyFrontMatter(
    title="A case",
    description="A case made for a test, long enough.",
    kind="space",
    name="A case",
    country="LV",
    status="open",
    stages=(),
    sources=("a",),
    provenance="public-sources",
    last_checked="2026-11-24",
)
NEXT_PAGE = 10_000  # bytes, brotli: what a reader needs who comes from another page of the site


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return read_knowledge_base(ROOT)[0]


def price(amount: float, unit: str, currency: str = "EUR") -> Price:
    return Price(id="p", amount=amount, currency=currency, unit=unit, year=2024, source="a")  # type: ignore[arg-type]


@pytest.mark.parametrize(("desks", "band"), [(1, "to-8"), (8, "to-8"), (9, "to-20"), (20, "to-20"), (21, "over-20")])
def test_desks_have_a_band(desks: int, band: str) -> None:
    assert size_of(desks) == band


@pytest.mark.parametrize(
    ("amount", "unit", "band"),
    [
        (15, "day", "day-to"),
        (15.5, "day", "day-over"),
        (100, "month", "month-to"),
        (101, "month", "month-between"),
        (250, "month", "month-between"),
        (251, "month", "month-over"),
        (5, "m2-month", "m2-month"),
    ],
)
def test_prices_in_euros_have_a_band_and_others_none(amount: float, unit: str, band: str) -> None:
    assert price_of(price(amount, unit)) == band
    assert price_of(price(amount, unit, "GBP")) is None


def test_what_is_not_known_has_no_value_and_each_site_and_price_counts_once() -> None:
    sites = tuple(Site(name="A", place="B", desks=desks) for desks in (4, 6, 30, None))
    values = values_of(replace(CASE, sites=sites, prices=(price(10, "day"), price(12, "day"), price(9, "day", "GBP"))))
    assert values["size"] == ("to-8", "over-20")
    assert values["price"] == ("day-to",)
    assert values["host"] == ()
    assert values["kind"] == ("space",)


def test_closed_sets_are_those_of_the_schema() -> None:
    assert closed_set("status") == ("open", "closed", "changed", "unknown")
    assert len(closed_set("host")) == 10
    assert len(closed_set("place_type")) == 7


def test_money_is_the_largest_sum_of_one_place_and_nothing_is_said_of_networks() -> None:
    grants = tuple(
        Funding(id=f"g{n}", source_type="eu", amount=amount, currency=currency, year=2024, source="a")
        for n, (amount, currency) in enumerate([(5000, "EUR"), (9_000_000, "GBP")])
    )
    figure = Figure(id="total-cost", what="Cost", value=70_000, unit="EUR", as_of="2024", source="a")
    income = Figure(id="cost-per-place", what="Cost of a place", value=900_000, unit="EUR", as_of="2024", source="a")
    assert money_of(CASE) is None
    assert money_of(replace(CASE, funding=grants)) == 5000
    assert money_of(replace(CASE, funding=grants, figures=(figure, income))) == 70_000
    assert money_of(replace(CASE, kind="network", funding=grants)) is None


@pytest.mark.parametrize("locale", ["en", "lv", "de", "fr", "es"])
def test_the_catalogue_has_every_case_once_and_its_counts_are_those_of_the_cases(
    base: KnowledgeBase, locale: str
) -> None:
    catalogue = make_catalogue(base, locale)
    entries = [entry for country in catalogue.countries for entry in country.entries]
    cases = {p.slug for p in base.pages["en"].values() if isinstance(p.front_matter, CaseStudyFrontMatter)}
    assert sorted(entry.page.slug for entry in entries) == sorted(cases)
    assert catalogue.count == len(cases)
    for facet in catalogue.facets:
        for choice in facet.choices:
            assert choice.count == sum(f"{facet.name}:{choice.value}" in entry.values.split() for entry in entries)
            assert choice.text
    content = json.loads(catalogue_to_json(base, locale))
    assert {one["slug"] for one in content["cases"]} == cases
    assert set(content["rows"]) == {row for topic in content["topics"] for row in topic["rows"]}


def test_every_reason_that_a_match_can_have_is_worded(base: KnowledgeBase) -> None:
    words = json.loads(catalogue_to_json(base, "lv"))["words"]
    for host in closed_set("host"):
        assert words[f"also-host-{host}"]
    for founder in closed_set("founder_type"):
        assert words[f"also-founder-{founder}"]


def test_every_site_of_the_cases_lies_on_the_map(base: KnowledgeBase) -> None:
    for one in json.loads(catalogue_to_json(base, "en"))["cases"]:
        for site in one.get("sites", []):
            assert 0 < site["x"] < WIDTH
            assert 0 < site["y"] < HEIGHT


def test_the_page_with_all_cases_is_light_in_every_language(base: KnowledgeBase, tmp_path: Path) -> None:
    folder = print_catalogue(base, tmp_path, base.locales)
    (script,) = folder.rglob("case-list.js")
    for locale in base.locales:
        page = folder / address_of(locale, PAGE) / "index.html"
        weight = sum(len(brotli.compress(file.read_bytes(), quality=9)) for file in (page, script))
        assert weight <= NEXT_PAGE, locale


def test_a_case_that_is_not_translated_says_its_language(base: KnowledgeBase, tmp_path: Path) -> None:
    folder = print_catalogue(with_cases(base, 3), tmp_path, ["lv"])
    page = LexborHTMLParser((folder / address_of("lv", PAGE) / "index.html").read_text(encoding="utf-8"))
    assert [p.attributes["lang"] for p in page.css(".case-cards li p:not(.meta)")] == ["en"] * 3


def test_the_centre_of_the_projection_is_where_it_should_be_and_north_is_up() -> None:
    x, y = project(52, 10)
    assert (x, y) == (1040, 1060)
    assert project(60, 10)[1] < y < project(40, 10)[1]
    assert project(52, 0)[0] < x < project(52, 20)[0]
    # 111.2 km to a degree along a meridian, 2 km to a unit.
    assert y - project(53, 10)[1] == pytest.approx(55.6, abs=0.1)


def test_outlines_are_projected_cut_simplified_and_drawn_once() -> None:
    # On a grid of one degree: a border two countries share, an island too small to draw, a coast far away.
    arcs = [[[0, 50], [10, 0], [10, 0]], [[30, 48], [0, 0]], [[170, -80], [1, 0]]]
    shapes = [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "MultiPolygon", "arcs": [[[-1, 2]]]}, {"type": None}]
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": shapes}},
    }
    drawn = draw_outlines(topology)
    assert (drawn["width"], drawn["height"]) == (WIDTH, HEIGHT)
    start, middle, end = (tuple(round(value) for value in project(50, longitude)) for longitude in (0, 10, 20))
    steps = [f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in ((start, middle), (middle, end))]
    assert drawn["path"] == f"M{start[0]},{start[1]}l{' '.join(steps)}".replace(",-", "-").replace(" -", "-")
