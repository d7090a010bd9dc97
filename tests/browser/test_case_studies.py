"""Recount: every count, chart and data file about cases, held against the files by code that shares nothing with it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser
from pyld import jsonld
from selectolax.lexbor import LexborHTMLParser, LexborNode

from browser.serving import ROOT

CASES = ROOT / "docs/en/case-studies"
PREFIX = {"en": "", "lv": "lv/", "de": "de/", "fr": "fr/", "es": "es/"}
LIMIT = 3_000  # bytes of JSON-LD, which readers pay for and never see


def written() -> dict[str, dict[str, Any]]:
    """Return the front matter of every case by its slug, read as plain YAML."""
    texts = {f.stem: f.read_text(encoding="utf-8") for f in CASES.glob("*.md") if f.stem not in ("index", "charts")}
    return {slug: yaml.safe_load(text.split("---\n")[1]) for slug, text in texts.items()}


def recount() -> dict[tuple[str, str], list[tuple[str, float]]]:
    """Return slug and value of every bar by question and unit."""
    found: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
    for slug, case in written().items():
        desks = case["sites"][0].get("desks") if len(case.get("sites", ())) == 1 else None
        for figure in case.get("figures", ()):
            value, unit = figure["value"], figure["unit"]
            if figure["id"] == "years-to-opening":
                found["years-to-opening", "years"].append((slug, value))
            if figure["id"] == "cost-per-place":
                found["cost-per-place", unit].append((slug, value))
            if figure["id"] == "total-cost" and desks:
                found["cost-per-place", unit].append((slug, value / desks))
            if figure["id"] == "members-after-one-year":
                found["members", "people"].append((slug, value))
                found["members", "people"] += [(slug, desks)] if desks else []
        for price in case.get("prices", ()):
            found["prices", f"{price['currency']}/{price['unit']}"].append((slug, price["amount"]))
    return found


def tree_of(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def bars(chart: LexborNode) -> Iterator[tuple[str, float, float]]:
    """Yield slug, value and the drawn share of every bar."""
    for row in chart.css("li[data-case]"):
        values = [float(d.attributes["value"] or "nan") for d in row.css("data")]
        widths = [float((r.attributes["width"] or "nan").rstrip("%")) for r in row.css("svg rect")]
        for value, width in zip(values, widths, strict=True):
            yield row.attributes["data-case"] or "", value, width


@pytest.mark.parametrize("locale", PREFIX)
def test_every_chart_agrees_with_a_recount(built_site: Path, locale: str) -> None:
    tree = tree_of(built_site, f"{PREFIX[locale]}case-studies/charts")
    drawn = {}
    for chart in tree.css("figure.chart"):
        parent = chart.parent
        assert parent is not None
        question, unit = parent.attributes["data-chart"] or "", chart.attributes["data-unit"] or ""
        own = list(bars(chart))
        drawn[question, unit] = sorted((slug, round(value, 6)) for slug, value, _ in own)
        longest = max(value for _, value, _ in own)
        assert all(abs(width - 100 * value / longest) < 0.1 for _, value, width in own)
        n = chart.css_first(".n")
        assert n is not None
        assert str(len({slug for slug, _, _ in own})) in n.text().replace("\u00a0", " ").split()
        table = chart.css_first("table")
        assert table is not None
        assert len(table.css("tbody tr")) == len(chart.css("li[data-case]"))
    assert drawn == {key: sorted((s, round(v, 6)) for s, v in values) for key, values in recount().items()}


@pytest.mark.parametrize("locale", PREFIX)
def test_what_is_missing_is_every_space_without_the_number(built_site: Path, locale: str) -> None:
    tree = tree_of(built_site, f"{PREFIX[locale]}case-studies/charts")
    spaces = {slug for slug, case in written().items() if case["kind"] == "space"}
    for charts in tree.css("[data-chart]"):
        question = charts.attributes["data-chart"]
        known = {slug for (q, _), values in recount().items() if q == question for slug, _ in values}
        listed = {(a.attributes["href"] or "").rstrip("/").rpartition("/")[2] for a in charts.css(".missing a")}
        assert listed == spaces - known


@pytest.mark.parametrize("locale", PREFIX)
def test_the_data_hold_every_case_and_every_entry(built_site: Path, locale: str) -> None:
    data = json.loads((built_site / f"data/{locale}/case-studies.json").read_text(encoding="utf-8"))
    found = {case["slug"]: case for case in data["case_studies"]}
    files = written()
    assert found.keys() == files.keys()
    for slug, case in files.items():
        for name in ("sites", "prices", "funding", "figures", "sources", "stages"):
            assert len(found[slug].get(name, ())) == len(case.get(name, ())), (slug, name)
    points = json.loads((built_site / "data/case-studies.geojson").read_text(encoding="utf-8"))["features"]
    assert sorted((p["properties"]["slug"], *reversed(p["geometry"]["coordinates"])) for p in points) == sorted(
        (slug, *site["coordinates"])
        for slug, case in files.items()
        for site in case.get("sites", ())
        if "coordinates" in site
    )


def test_evidence_is_counted_once_for_every_practice_that_gives_it(built_site: Path) -> None:
    given: list[tuple[str, str, str]] = []
    for file in (ROOT / "docs/en/methodology").glob("*/*.md"):
        front_matter = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
        given += [(e["case"], file.stem, e["verdict"]) for e in front_matter.get("evidence", ())]
    data = json.loads((built_site / "data/lv/case-studies.json").read_text(encoding="utf-8"))
    derived = [(c["slug"], p["practice"], p["verdict"]) for c in data["case_studies"] for p in c["practices"]]
    assert sorted(derived) == sorted(given)
    for case in data["case_studies"]:
        cited = tree_of(built_site, case["page"]).css(".cited li")
        assert len(cited) == len(case["practices"]), case["slug"]


@pytest.mark.parametrize("locale", PREFIX)
def test_every_case_tells_machines_in_few_bytes_what_it_is_about(built_site: Path, locale: str) -> None:
    for slug, case in written().items():
        script = tree_of(built_site, f"{PREFIX[locale]}case-studies/{slug}").css_first(
            'script[type="application/ld+json"]'
        )
        assert script is not None, slug
        data = json.loads(script.text())
        assert len(script.text().encode()) <= LIMIT, slug
        (node,) = jsonld.expand({**data, "@context": {"@vocab": "https://schema.org/"}})
        about = node["https://schema.org/about"][0]
        assert about["https://schema.org/name"] == [{"@value": case["name"]}]
        assert len(data["citation"]) == len(case["sources"])


@pytest.mark.parametrize("address", ["case-studies/gteic/", "lv/case-studies/charts/"])
def test_the_policy_for_scripts_is_kept(chromium: Browser, site_address: str, address: str) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
    )
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{site_address}{address}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("refused") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
