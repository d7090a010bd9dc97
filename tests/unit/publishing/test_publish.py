from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from selectolax.lexbor import LexborHTMLParser

from colabora.knowledge_base import read_knowledge_base
from colabora.publishing.environment import prepare
from colabora.publishing.publish import publish
from colabora.publishing.view import Site, make_site
from conftest import Repository

TEMPLATES = {
    "404.html": "<html lang={{ locale }}><title>{{ written.title }}</title><link href={{ asset('site.css') }}><b></b>",
    "redirect.html": '<a href="{{ redirect.link.href }}"></a>',
}
FILES = {
    "docs/en/index.md": "Text.",
    "docs/en/about/redirects.yml": "- {old: a.md, new: index.md}\n",
    "overrides/assets/stylesheets/base.css": "b, .scripted { c: d } aside { c: d }",
    "overrides/assets/javascripts/item.js": "'scripted'",
}


@pytest.fixture
def site(repository: Repository) -> Site:
    return make_site(read_knowledge_base(repository(FILES))[0], "https://example.org/")


def published(site: Site, folder: Path, locales: tuple[str, ...] = ("en", "lv"), *, is_preview: bool = False) -> Path:
    """Publish a site of which only some languages were built."""
    environment = prepare(Environment(loader=DictLoader(TEMPLATES), autoescape=False), site, known="known")
    for locale in locales:
        home = folder / ("" if locale == "en" else locale) / "index.html"
        home.parent.mkdir(parents=True, exist_ok=True)
        home.write_text('<link href="assets/site.whole.css"><p></p>', encoding="utf-8")
    publish(site, folder, environment, is_preview=is_preview)
    return folder


def sheet(page: Path) -> str:
    link = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("link")
    assert link is not None
    return link.attributes["href"] or ""


def test_every_page_asks_for_the_one_style_sheet_by_its_name(site: Site, tmp_path: Path) -> None:
    folder = published(site, tmp_path / "site")
    (css,) = (folder / "assets").glob("*.css")
    assert css.read_text(encoding="utf-8") == "b,.scripted{c:d}"
    assert sheet(folder / "index.html") == f"assets/{css.name}"
    assert sheet(folder / "lv/404.html") == f"/assets/{css.name}"


def test_the_name_of_the_style_sheet_changes_with_what_pages_use(site: Site, tmp_path: Path) -> None:
    before = sheet(published(site, tmp_path / "one") / "index.html")
    (tmp_path / "two").mkdir()
    (tmp_path / "two/more.html").write_text("<aside></aside>")
    assert sheet(published(site, tmp_path / "two") / "index.html") != before


def test_a_preview_has_the_whole_style_sheet_and_its_pages_are_left_alone(site: Site, tmp_path: Path) -> None:
    folder = published(site, tmp_path / "site", is_preview=True)
    assert sheet(folder / "index.html") == "assets/site.whole.css"
    assert (folder / "assets/site.whole.css").read_text(encoding="utf-8") == "b,.scripted{c:d}aside{c:d}"


def test_a_404_page_has_a_title_in_its_language(site: Site, tmp_path: Path) -> None:
    page = LexborHTMLParser((published(site, tmp_path / "site") / "lv/404.html").read_text(encoding="utf-8"))
    title = page.css_first("title")
    assert title is not None
    assert title.text() == site.base.strings["lv"]("not-found.title")


def test_only_languages_that_were_built_get_404_and_redirect_pages(site: Site, tmp_path: Path) -> None:
    folder = published(site, tmp_path / "site", locales=("lv",))
    pages = {p.relative_to(folder).as_posix() for p in folder.rglob("*.html")}
    assert pages == {"lv/index.html", "lv/404.html", "lv/a/index.html"}


def test_scripts_are_written_without_their_comments(site: Site, tmp_path: Path) -> None:
    folder = published(site, tmp_path / "site")
    assert [(folder / address).read_text(encoding="utf-8") for address in site.assets.scripts] == list(
        site.assets.scripts.values()
    )


def test_templates_print_text_as_text_and_know_what_they_are_given(site: Site) -> None:
    environment = prepare(Environment(autoescape=False), site, known="a & b")
    template = "{% if rule_texts() %}\n<p>{{ known }}{{ '<b>' }}</p>\n{% endif %}\n"
    assert environment.from_string(template).render() == "<p>a &amp; b&lt;b&gt;</p>\n"
