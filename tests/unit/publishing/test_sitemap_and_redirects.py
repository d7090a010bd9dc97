from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.robotparser import RobotFileParser

import pytest

from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from colabora.publishing.redirects import check_redirects, redirects
from colabora.publishing.sitemap import robots, sitemap
from colabora.publishing.view import Site, make_site
from conftest import Repository

TRANSLATED = (
    "---\ntitle: Tulkots\ndescription: Lapa testam, pietiekami gara.\ntranslation: {status: machine}\n---\nTeksts.\n"
)
FILES = {
    "docs/en/index.md": "Text.",
    "docs/en/about/index.md": "Text.",
    "docs/lv/about/index.md": TRANSLATED,
}
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def base_with(repository: Repository, register: str = "") -> KnowledgeBase:
    return read_knowledge_base(repository({**FILES, "docs/en/about/redirects.yml": register}))[0]


def site_with(repository: Repository, register: str = "") -> Site:
    return make_site(base_with(repository, register), "https://example.org/")


def test_the_sitemap_lists_pages_in_the_language_of_their_address_with_translations(repository: Repository) -> None:
    urls = ET.fromstring(sitemap(site_with(repository)).encode()).findall("s:url", NAMES)
    found = {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in urls
    }
    about = {
        "en": "https://example.org/about/",
        "lv": "https://example.org/lv/about/",
        "x-default": "https://example.org/about/",
    }
    assert found == {
        "https://example.org/": {"en": "https://example.org/", "x-default": "https://example.org/"},
        "https://example.org/about/": about,
        "https://example.org/lv/about/": about,
    }


def test_robots_may_read_everything_and_find_the_sitemap(repository: Repository) -> None:
    parser = RobotFileParser()
    parser.parse(robots(site_with(repository)).splitlines())
    assert parser.can_fetch("any", "/lv/about/")
    assert parser.site_maps() == ["https://example.org/sitemap.xml"]


def test_a_moved_page_leads_on_in_every_language(repository: Repository) -> None:
    made = {r.locale: r for r in redirects(site_with(repository, "- {old: team/index.md, new: about/index.md}\n"))}
    assert {r.address for r in made.values()} == {"team/", "de/team/", "es/team/", "fr/team/", "lv/team/"}
    assert {r.link.href for r in made.values()} == {"../about/"}
    assert (made["lv"].link.title, made["lv"].link.lang) == ("Tulkots", None)
    assert made["lv"].canonical == "https://example.org/lv/about/"
    assert made["de"].link.lang == "en"
    assert made["de"].canonical == "https://example.org/about/"


def test_redirects_are_followed_to_the_last_page(repository: Repository) -> None:
    register = "- {old: a.md, new: b.md}\n- {old: b.md, new: about/index.md}\n"
    assert {r.link.href for r in redirects(site_with(repository, register)) if r.locale == "en"} == {"../about/"}


GOOD = ["", "- {old: a.md, new: about/index.md}\n", "- {old: a.md, new: b.md}\n- {old: b.md, new: index.md}\n"]
BAD = [
    ("- {old: a.md, new: no.md}\n", [(1, "redirect-target")]),
    ("- {old: a.md, new: b.md}\n- {old: b.md, new: a.md}\n", [(1, "redirect-target"), (2, "redirect-target")]),
    ("# moved\n- {old: about/index.md, new: index.md}\n", [(2, "redirect-source")]),
    ("- {old: a.md, new: index.md}\n- {old: a.md, new: about/index.md}\n", [(1, "redirect-source")]),
]


@pytest.mark.parametrize("register", GOOD)
def test_redirects_to_pages_are_fine(repository: Repository, register: str) -> None:
    assert check_redirects(base_with(repository, register)) == []


@pytest.mark.parametrize(("register", "expected"), BAD)
def test_redirects_that_lead_nowhere_are_problems(
    repository: Repository, register: str, expected: list[tuple[int, str]]
) -> None:
    problems = check_redirects(base_with(repository, register))
    assert sorted((p.line, p.rule) for p in problems) == expected
    assert {p.path for p in problems} == {"docs/en/about/redirects.yml"}


def test_what_has_a_problem_makes_no_page(repository: Repository) -> None:
    register = "".join(text for text, _ in BAD[:3])
    assert list(redirects(site_with(repository, register))) == []
