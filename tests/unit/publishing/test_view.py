from __future__ import annotations

from collections.abc import Iterable

import pytest

from colabora.kinds import Stage
from colabora.knowledge_base import read_knowledge_base
from colabora.publishing.view import (
    Branch,
    Part,
    Site,
    View,
    cut,
    make_not_found_view,
    make_site,
    make_view,
)
from conftest import Repository

TRANSLATED = (
    "---\ntitle: Tulkots\ndescription: Lapa testam, pietiekami gara.\ntranslation: {status: machine}\n---\nTeksts.\n"
)
STAGE = (
    "---\ntitle: Test\ndescription: A page made for a test, long enough to pass.\nnumber: 2\nquestion: Why?\n"
    "duration: A week\nstart_when: [Now]\ndone_when: [Then]\n---\nText.\n"
)
PRACTICE = (
    "---\ntitle: Practice\ndescription: A page made for a test, long enough to pass.\nstage: test\nroles: [manager]\n"
    "effort: A day\nsources: []\n---\nText.\n"
)
FILES = {
    "docs/en/index.md": "Text.",
    "docs/en/about/index.md": "Text.",
    "docs/en/about/partners.md": "Text.",
    "docs/en/about/funding.md": "Text.",
    "docs/lv/about/partners.md": TRANSLATED,
    "docs/en/methodology/index.md": "Text.",
    "docs/en/methodology/test/index.md": STAGE,
    "docs/en/methodology/test/practice.md": PRACTICE,
    "overrides/assets/javascripts/checklist.js": "export {}",
    "overrides/assets/javascripts/map.js": "export {}",
}


@pytest.fixture
def site(repository: Repository) -> Site:
    return make_site(read_knowledge_base(repository(FILES))[0], "https://example.org/guide/")


def tree(branches: Iterable[Branch], indent: str = "") -> str:
    marks = {True: " *", False: ""}
    return "".join(
        f"{indent}{b.href}{' open' * b.is_open}{marks[b.is_current]}\n{tree(b.children, indent + '  ')}"
        for b in branches
    )


def partners(site: Site, locale: str = "lv") -> View:
    return make_view(site, locale, "about/partners.md", "<p>x</p>")


def test_a_translation_is_its_own_canonical_and_names_all_real_translations(site: Site) -> None:
    view = partners(site)
    assert not view.is_fallback
    assert view.address == "lv/about/partners/"
    assert view.canonical == "https://example.org/guide/lv/about/partners/"
    assert view.hreflangs == (
        ("en", "https://example.org/guide/about/partners/"),
        ("lv", "https://example.org/guide/lv/about/partners/"),
        ("x-default", "https://example.org/guide/about/partners/"),
    )


def test_an_english_page_in_place_of_a_translation_is_nobodys_alternate(site: Site) -> None:
    view = partners(site, "de")
    assert view.is_fallback
    assert view.address == "de/about/partners/"
    assert view.canonical == "https://example.org/guide/about/partners/"
    assert view.hreflangs == ()


def test_every_language_can_be_switched_to_without_leaving_the_version(site: Site) -> None:
    view = partners(site)
    assert {a.locale: a.href for a in view.alternates} == {
        "en": "../../../about/partners/",
        "de": "../../../de/about/partners/",
        "es": "../../../es/about/partners/",
        "fr": "../../../fr/about/partners/",
        "lv": "./",
    }
    assert [a.locale for a in view.alternates if a.is_translation] == ["en", "lv"]
    assert [a.locale for a in view.alternates if a.is_current] == ["lv"]
    assert {a.locale: a.name for a in view.alternates} == {
        "en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "lv": "Latviešu",
    }  # fmt: skip


def test_navigation_shows_what_is_open_and_nothing_below_what_is_closed(site: Site) -> None:
    assert tree(partners(site, "en").navigation) == (
        "../../\n"
        "../../methodology/\n"
        "../ open\n"
        "  ./ open *\n"
        "  ../funding/\n"
    )  # fmt: skip


def test_a_section_shows_its_children_but_not_theirs(site: Site) -> None:
    view = make_view(site, "lv", "methodology/index.md", "")
    assert tree(view.navigation) == "../\n./ open *\n  test/\n../about/\n"


def test_titles_in_another_language_are_marked(site: Site) -> None:
    about = make_view(site, "lv", "about/index.md", "").navigation[-1]
    assert [(b.title, b.lang) for b in about.children] == [("Tulkots", None), ("docs en about funding", "en")]
    english = make_view(site, "en", "about/index.md", "")
    assert {b.lang for b in english.navigation} == {None}


def test_breadcrumbs_lead_from_home_to_the_page_above(site: Site) -> None:
    view = make_view(site, "en", "methodology/test/practice.md", "")
    assert [b.href for b in view.breadcrumbs] == ["../../../", "../../", "../"]
    assert make_view(site, "en", "index.md", "").breadcrumbs == ()


def test_neighbours_are_links_in_the_readers_language(site: Site) -> None:
    view = make_view(site, "lv", "about/index.md", "")
    assert view.previous is None
    assert view.next is not None
    assert (view.next.title, view.next.href, view.next.lang) == ("Tulkots", "partners/", None)


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("methodology/test/index.md", Stage.TEST),
        ("methodology/test/practice.md", Stage.TEST),
        ("about/index.md", None),
    ],
)
def test_a_page_knows_its_stage(site: Site, name: str, stage: Stage | None) -> None:
    assert make_view(site, "en", name, "").stage is stage


def test_links_to_other_pages_and_to_the_root_are_relative(site: Site) -> None:
    view = partners(site)
    assert view.root == "../../../"
    assert view.to("index.md") == "../../"


def test_the_text_is_cut_at_its_markers() -> None:
    html = "<p>a</p>\n<p>[[map]]</p>\n<p>[[my-plan]]</p><p>b [[map]] <code>[[x]]</code></p>"
    assert tuple(cut(html)) == (
        Part("", "<p>a</p>\n"),
        Part("map", ""),
        Part("my-plan", ""),
        Part("", "<p>b [[map]] <code>[[x]]</code></p>"),
    )


def test_elements_and_markers_ask_for_the_scripts_there_are(site: Site) -> None:
    html = "<colabora-checklist></colabora-checklist><colabora-checklist/><p>[[map]]</p><p>[[none]]</p><colabora-x>"
    assert make_view(site, "en", "index.md", html).modules == ("checklist.js", "map.js")


def test_a_404_page_links_from_the_root_in_its_language_and_stands_at_no_address(site: Site) -> None:
    view = make_not_found_view(site, "lv")
    assert (view.address, view.canonical, view.hreflangs, view.previous) == ("lv/404.html", "", (), None)
    assert view.root == "/guide/"
    assert tree(view.navigation) == "/guide/lv/\n/guide/lv/methodology/\n/guide/lv/about/\n"
    assert [a.href for a in view.alternates] == ["/guide/", "/guide/de/", "/guide/es/", "/guide/fr/", "/guide/lv/"]
    assert [b.href for b in view.breadcrumbs] == ["/guide/lv/"]
    assert make_not_found_view(site, "en").address == "404.html"
