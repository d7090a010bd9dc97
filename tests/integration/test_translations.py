"""A small translated site built as a whole: notices in place, the status page, its data, and one language more."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.cli import main
from colabora.knowledge_base import read_knowledge_base
from colabora.translations.freshness import stamped_digests
from translated_world import LOCALES, build, make_site, mkdocs

pytestmark = pytest.mark.xdist_group("translations")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    make_site(folder)
    return folder


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    return build(root)


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def one(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = node.css(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def following(node: LexborNode) -> LexborNode:
    following = node.next
    while following is not None and following.tag == "-text":
        following = following.next
    assert following is not None
    return following


@pytest.mark.parametrize("locale", LOCALES)
def test_an_outdated_section_says_so_below_its_heading_and_leads_to_english(site: Path, locale: str) -> None:
    html = page(site, f"{locale}/about/rooms")
    notice = one(html, "[data-section-status]")
    assert notice.attributes["data-section-status"] == "outdated"
    assert following(one(html, "h2#costs")).attributes == notice.attributes
    link = one(notice, "a")
    assert (link.attributes["href"], link.attributes["hreflang"]) == ("../../../about/rooms/#costs", "en")
    assert (site / f"{locale}/about/rooms" / "../../../about/rooms/index.html").resolve().is_file()
    assert one(page(site, "about/rooms"), "#costs")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_missing_section_is_shown_in_english_at_its_place(site: Path, locale: str) -> None:
    html = page(site, f"{locale}/checklists/premises")
    headings = [node.attributes.get("id") for node in html.css("h2")]
    assert headings == ["for-whom", "list", "new", "use"]
    assert [node.attributes.get("lang") for node in html.css("h2")] == [None, None, "en", None]
    notice = following(one(html, "h2#new"))
    assert notice.attributes["data-section-status"] == "missing"
    assert notice.attributes.get("lang") is None
    text = following(notice)
    assert (text.attributes.get("lang"), one(text, "em").text()) == ("en", "new")
    assert one(text, "sup a")


def test_a_page_nobody_has_vouched_for_says_so_once(site: Path) -> None:
    html = page(site, "lv/training/testing/signs")
    assert html.css("[data-section-status]") == []
    notice = one(html, "[data-page-status]")
    assert notice.attributes["data-page-status"] == "outdated"
    assert one(notice, "a").attributes["href"] == "../../../../training/testing/signs/"


def test_a_current_page_and_an_english_one_say_nothing(site: Path) -> None:
    for address in ("de/training/testing/signs", "about/rooms", "de/methodology"):
        assert page(site, address).css("[data-section-status], [data-page-status]") == []


def recount(root: Path) -> dict[str, dict[str, str]]:
    """Count again from the files, in another way: the worst of the sections, digest by digest."""
    base, _ = read_knowledge_base(root)
    found: dict[str, dict[str, str]] = {}
    for locale in LOCALES:
        found[locale] = {}
        for name, english in base.pages["en"].items():
            translation = base.pages[locale].get(name)
            if translation is None:
                found[locale][name] = "missing"
                continue
            stamps = stamped_digests(translation)
            wanted = {section.id or "_beginning": section.digest for section in english.sections}
            there = {section.id or "_beginning" for section in translation.sections}
            if wanted.keys() - there:
                found[locale][name] = "missing"
            else:
                is_current = all(stamps.get(key) == digest for key, digest in wanted.items())
                found[locale][name] = "current" if is_current else "outdated"
    return found


def test_data_and_status_pages_say_what_a_recount_says(root: Path, site: Path) -> None:
    counted = recount(root)
    data = json.loads((site / "data/translations.json").read_text(encoding="utf-8"))
    assert {"version", "generated", "licence"} <= data.keys()
    assert {x: {p["path"]: p["status"] for p in d["pages"]} for x, d in data["locales"].items()} == counted
    for reader in ("", *LOCALES):
        address = f"{reader}/about/translation-status".strip("/")
        html = page(site, address)
        shown: dict[str, dict[str, str]] = {locale: {} for locale in LOCALES}
        for row in html.css("tr[data-path]"):
            for cell in row.css("td[data-locale]"):
                locale, name = str(cell.attributes["data-locale"]), str(row.attributes["data-path"])
                shown[locale][name] = str(cell.attributes["data-status"])
                assert (site / address / str(one(cell, "a").attributes["href"])).resolve().is_dir()
        assert shown == counted
        for locale in LOCALES:
            row = one(html, f"tr[data-locale={locale}]")
            numbers = {s: int(one(row, f"[data-pages={s}]").text()) for s in ("current", "outdated", "missing")}
            assert numbers == {"current": 0, "outdated": 0, "missing": 0, **Counter(counted[locale].values())}
            assert one(row, "[data-pages=machine]").text() == "3"
            sections = [s["status"] for p in data["locales"][locale]["pages"] for s in p["sections"]]
            percent = 100 * sections.count("current") // len(sections)
            assert one(row, "[data-percent]").attributes["data-percent"] == str(percent)


def test_next_work_begins_with_the_entry_pages(site: Path) -> None:
    links = page(site, "about/translation-status").css("ol[data-next=lv] a")
    assert [link.attributes["href"] for link in links][:2] == ["../../lv/", "../../lv/methodology/"]


def test_a_page_leads_to_its_comparison_unless_it_is_written_in_one_language(site: Path) -> None:
    link = one(page(site, "lv/about/rooms"), "a.translation-compare")
    assert link.attributes["href"] == "../compare/?page=about/rooms/&second=lv"
    assert page(site, "lv/methodology").css("a.translation-compare") == []


def test_a_language_more_is_built_with_english_texts(root: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site")))
    assert main(["--root", str(copy), "new-locale", "eo"]) == 0
    done = mkdocs("build", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("string-untranslated") == 1
    html = LexborHTMLParser((copy / "site/eo/about/rooms/index.html").read_text(encoding="utf-8"))
    assert one(html, "html").attributes["lang"] == "eo"
    data: dict[str, Any] = json.loads((copy / "site/data/translations.json").read_text(encoding="utf-8"))
    assert {p["status"] for p in data["locales"]["eo"]["pages"]} == {"missing"}
    status = LexborHTMLParser((copy / "site/eo/about/translation-status/index.html").read_text(encoding="utf-8"))
    assert one(status, "tr[data-locale=eo] [data-percent]").attributes["data-percent"] == "0"
