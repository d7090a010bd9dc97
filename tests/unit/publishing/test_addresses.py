from __future__ import annotations

import pytest

from colabora.publishing.addresses import Links, address_of, relative_href


@pytest.mark.parametrize(
    ("locale", "name", "address"),
    [
        ("en", "index.md", ""),
        ("lv", "index.md", "lv/"),
        ("en", "about/index.md", "about/"),
        ("lv", "about/funding.md", "lv/about/funding/"),
        ("de", "about/re-index.md", "de/about/re-index/"),
    ],
)
def test_a_page_stands_in_the_folder_of_its_language_and_english_at_the_root(
    locale: str, name: str, address: str
) -> None:
    assert address_of(locale, name) == address


@pytest.mark.parametrize(
    ("start", "target", "href"),
    [
        ("", "", "./"),
        ("", "lv/", "lv/"),
        ("lv/about/", "", "../../"),
        ("lv/about/", "lv/about/", "./"),
        ("lv/about/", "about/", "../../about/"),
        ("lv/about/", "lv/about/funding/", "funding/"),
        ("lv/about/", "assets/site.css", "../../assets/site.css"),
        ("", "assets/site.css", "assets/site.css"),
    ],
)
def test_links_are_relative_so_that_the_site_works_in_any_folder(start: str, target: str, href: str) -> None:
    assert relative_href(start, target) == href


@pytest.mark.parametrize(
    ("site_url", "root"),
    [("https://example.org/", "/"), ("https://example.org", "/"), ("https://example.org/a/b/", "/a/b/"), ("/", "/")],
)
def test_a_404_page_links_from_the_root_of_the_host(site_url: str, root: str) -> None:
    links = Links(site_url, "lv/404.html", is_absolute=True)
    assert links.root == root
    assert links.href("lv/about/") == f"{root}lv/about/"


@pytest.mark.parametrize("site_url", ["https://example.org/a/", "https://example.org/a"])
def test_a_whole_web_address_has_one_slash_after_the_site(site_url: str) -> None:
    assert Links(site_url, "").absolute("lv/") == "https://example.org/a/lv/"
