"""A small site with two cases and a withdrawn one, with the real templates: what their pages show."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from case_world import make_case_world
from colabora.strings import Strings, read_strings
from conftest import HEADER, ROOT

pytestmark = pytest.mark.xdist_group("publishing")
PREFIX = {"en": "", "lv": "lv/", "de": "de/", "fr": "fr/", "es": "es/"}
WITHDRAWN = '- {slug: old-mill, date: "2026-11-20", reason: consent-withdrawn}\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site; withdrawal itself is tested with the command."""
    root = make_case_world(tmp_path_factory.mktemp("cases"))
    shutil.rmtree(root / "overrides")
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml", "docs/en/case-studies/charts.md"):
        shutil.copy(ROOT / name, root / name)
    (root / "docs/en/about/withdrawn-cases.yml").write_text(WITHDRAWN, encoding="utf-8")
    for name in ("case-studies/index.md", "contribute/index.md"):
        (root / "docs/en" / name).parent.mkdir(exist_ok=True)
        (root / "docs/en" / name).write_text(HEADER.format(title=name) + "Text.\n", encoding="utf-8")
    folder = root / "site"
    environment = {**os.environ, "SITE_DIR": str(folder), "NO_MKDOCS_2_WARNING": "1", "LENIENT": "1"}
    command = (sys.executable, "-m", "mkdocs", "build", "-q")
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def strings(locale: str) -> Strings:
    return read_strings(ROOT, locale)[0]


@pytest.mark.parametrize("locale", PREFIX)
def test_a_withdrawn_case_leaves_a_notice_in_every_language(site: Path, locale: str) -> None:
    t = strings(locale)
    tree = page(site, f"{PREFIX[locale]}case-studies/old-mill")
    assert first(tree, "html").attributes["lang"] == locale
    assert first(tree, "article").attributes["data-withdrawn"] == "consent-withdrawn"
    assert first(tree, "h1").text() == t("withdrawn.title")
    assert t.day("2026-11-20") in first(tree, "article").text()
    assert t("withdrawn.consent-withdrawn") in first(tree, "article").text()
    assert first(tree, 'meta[name="robots"]').attributes["content"] == "noindex"
    links = [a.attributes["href"] for a in tree.css("article a")]
    assert links == ["../", "../../contribute/"]
    languages = {a.attributes["hreflang"]: a.attributes["href"] or "" for a in tree.css("a[hreflang]")}
    assert all(
        (site / f"{PREFIX[locale]}case-studies/old-mill" / href).resolve()
        == (site / f"{PREFIX[x or '']}case-studies/old-mill").resolve()
        for x, href in languages.items()
    )


def test_a_notice_is_in_no_list_map_or_sitemap(site: Path) -> None:
    assert "old-mill" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert not [p for p in (site / "data").rglob("case-studies.*") if b"old-mill" in p.read_bytes()]


def test_a_photo_stands_with_words_for_it_its_credit_and_its_licence(site: Path) -> None:
    for locale, alt in (("en", "Six desks under a beam"), ("lv", "Seši galdi zem sijas")):
        tree = page(site, f"{PREFIX[locale]}case-studies/forge")
        picture = first(tree, "figure.photo img")
        assert picture.attributes["alt"] == alt
        assert (site / f"{PREFIX[locale]}case-studies/forge" / (picture.attributes["src"] or "")).resolve().is_file()
        caption = first(tree, "figure.photo figcaption").text()
        assert "A. Smith" in caption
        assert "CC BY 4.0" in caption
        assert strings(locale)("case.photo-consent") in caption


def test_a_card_begins_with_where_the_case_comes_from_and_how_to_correct_it(site: Path) -> None:
    tree = page(site, "case-studies/forge")
    card = first(tree, "article .card")
    head = next(node for node in card.iter() if node.tag in ("p", "dl"))
    assert head.tag == "p"
    t = strings("en")
    assert t("provenance.public-sources") in head.text()
    assert t.day("2025-11-24") in head.text()
    link = head.css_first("a")
    assert link is not None
    assert (site / "case-studies/forge" / (link.attributes["href"] or "")).resolve() == (site / "contribute").resolve()


def test_every_number_stands_in_a_table_with_its_year_and_source(site: Path) -> None:
    tree = page(site, "lv/case-studies/forge")
    rows = {first_cell(row): row.text() for row in tree.css(".table-scroll tbody tr")}
    assert len(rows) == 2 + 2 + 1 + 1  # sites, prices, funding, figures
    assert all("example.org" in text for name, text in rows.items() if name not in ("Forge", "Barn"))
    assert "2021" in rows["Barn"]


def first_cell(row: LexborNode) -> str:
    cell = row.css_first("th")
    assert cell is not None
    return cell.text(deep=False).strip()


def test_a_case_lists_the_practices_that_it_confirms_or_contradicts(site: Path) -> None:
    for slug, verdict in (("forge", "confirms"), ("nothing", "contradicts")):
        cited = first(page(site, f"case-studies/{slug}"), ".cited")
        assert [v.attributes["class"] for v in cited.css(".verdict")] == [f"verdict {verdict}"]
        assert [a.text() for a in cited.css("a")] == ["Ask first"]


def test_each_case_tells_machines_what_it_is_about(site: Path) -> None:
    data = json.loads(first(page(site, "lv/case-studies/forge"), 'script[type="application/ld+json"]').text())
    assert (data["headline"], data["inLanguage"]) == ("Vecā smēde", "lv")
    # English text in place of a translation is the English article, told from its address.
    fallback = json.loads(first(page(site, "de/case-studies/forge"), 'script[type="application/ld+json"]').text())
    assert (fallback["inLanguage"], fallback["url"]) == ("en", "https://example.org/case-studies/forge/")
    assert not page(site, "case-studies/charts").css('script[type="application/ld+json"]')


def test_charts_of_untranslated_pages_speak_the_readers_language(site: Path) -> None:
    chart = first(page(site, "de/case-studies/charts"), '[data-chart="members"]')
    assert chart.attributes["lang"] == "de"
    assert first_n(chart) == strings("de").count("case-chart.n", 1)
    what = chart.css_first(".what")
    assert what is not None
    assert what.attributes["lang"] == "en"


def first_n(chart: LexborNode) -> str:
    node = chart.css_first(".n")
    assert node is not None
    return node.text()
