"""A small site built as a whole: what is published, what links where, and that it is the same every time."""

from __future__ import annotations

import filecmp
import os
import posixpath
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from colabora.checklists.plan import SCRIPT_STRINGS
from conftest import HEADER, ROOT

pytestmark = pytest.mark.xdist_group("publishing")

SITE_URL = "https://example.org/guide/"
LOCALES = ("en", "lv", "de", "fr", "es")
# A shell of its own, so that these tests are about publishing and not about the look of the site.
SHELL = """<!doctype html>
<html lang="{{ locale }}"><head><title>{{ written.title }}</title><meta charset="utf-8">
<meta name="generator" content="mkdocs-{{ mkdocs_version }}">
{% if view.canonical %}<link rel="canonical" href="{{ view.canonical }}">{% endif %}
{% for code, address in view.hreflangs %}<link rel="alternate" hreflang="{{ code }}" href="{{ address }}">{% endfor %}
<link rel="stylesheet" href="{{ asset('site.css') }}">
<script type="module" src="{{ asset('shell.js') }}"></script>
{% for module in view.modules %}<script type="module" src="{{ asset(module) }}"></script>{% endfor %}
</head><body><nav>{% for a in view.alternates %}<a hreflang="{{ a.locale }}" href="{{ a.href }}">{{ a.name }}</a>{% endfor %}
{% for branch in view.navigation recursive %}<a href="{{ branch.href }}">{{ branch.title }}</a>{{ loop(branch.children) }}{% endfor %}
</nav><img src="{{ asset('images/house.svg') }}" alt=""><main>{% block content %}{% for part in view.parts %}
{{ part.html|safe }}{% if part.marker %}<section class="{{ part.marker }}"></section>{% endif %}{% endfor %}{% endblock %}</main></body></html>
"""
NOT_FOUND = "{% extends 'main.html' %}{% block content %}<h1>{{ written.title }}</h1>{% endblock %}"
TRANSLATED = "---\ntitle: Par mums\ndescription: Lapa testam, pietiekami gara.\ntranslation: {status: machine}\n---\n"
SPANISH = "---\ntitle: Socios\ndescription: Una página para una prueba.\ntranslation: {status: machine}\n---\n"
FILES = {
    "docs/en/index.md": HEADER.format(title="Home") + "See [about](about/index.md#us).\n",
    "docs/en/about/index.md": HEADER.format(title="About")
    + "## Us {#us}\n\n![House](house.png)\n\n[Write](mailto:%editors_email%)\n\n[[map]]\n",
    "docs/en/about/partners.md": HEADER.format(title="Partners") + "[Up](index.md), [home](../index.md).\n",
    "docs/en/about/redirects.yml": "- {old: team/index.md, new: about/index.md}\n",
    "docs/lv/about/index.md": TRANSLATED + "## Mēs {#us}\n\n![Māja](house.png) [partneri](partners.md)\n\n[[map]]\n",
    # The only table of the site stands on a page that is built last.
    "docs/es/about/partners.md": SPANISH + "| a | b |\n|---|---|\n| c | d |\n",
    "overrides/main.html": SHELL,
    "overrides/404.html": NOT_FOUND,
    "overrides/assets/javascripts/shell.js": "import './store.js'; document.body.classList.add('by-script')",
    "overrides/assets/javascripts/store.js": "export {}",
    "overrides/assets/javascripts/map.js": "export {}",
    "overrides/assets/images/house.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "overrides/assets/stylesheets/base.css": ".by-script, .map, .nowhere { background: url(../images/house.svg) }"
    "main table, main dl { margin: 0 }",
}
# What other rooms write beside the pages.
OTHER_ROOMS = ("data", "packages")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)
MADE_BY_LANGUAGE = (*(f"words-{group}" for group in SCRIPT_STRINGS), "lists")


def make_repository(root: Path) -> Path:
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "overrides" / "strings", root / "overrides" / "strings")
    for name in ("mkdocs.yml", "pyproject.toml", "overrides/redirect.html"):
        shutil.copy(ROOT / name, root / name)
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "docs/en/about/house.png").write_bytes(PNG)
    commit(root)
    return root


def commit(root: Path) -> None:
    """Make a repository of a folder: data files carry the date of the commit."""
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "Begin")):
        subprocess.run(("git", *author, *command), cwd=root, check=True, capture_output=True)


def build(root: Path, folder: Path, program: str = "mkdocs", **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(root / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "LENIENT": "1",
        "SITE_URL": SITE_URL,
        "SITE_DIR": str(folder),
        **variables,
    }
    command = (sys.executable, "-m", program, "build", "-q")
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def built(root: Path, folder: Path, program: str = "mkdocs", **variables: str) -> Path:
    done = build(root, folder, program, **variables)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_repository(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def site(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(small, tmp_path_factory.mktemp("built") / "site", PYTHONHASHSEED="1")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real shell around short pages: those that it may link to, and the translation of one."""
    root = make_repository(tmp_path_factory.mktemp("real"))
    shutil.rmtree(root / "overrides")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    for pattern in ("*/index.md", "about/*.md", "contribute/*.md", "take-part/*.md", "doors/*.md"):
        for page in (ROOT / "docs/en").glob(pattern):
            name = page.relative_to(ROOT)
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(HEADER.format(title=page.stem + page.parent.name) + "Text.\n", encoding="utf-8")
    (root / "docs/en/about/index.md").write_text(HEADER.format(title="About") + "## Us {#us}\n", encoding="utf-8")
    (root / "docs/lv/about/index.md").write_text(TRANSLATED + "## Mēs {#us}\n", encoding="utf-8")
    return built(root, tmp_path_factory.mktemp("built") / "site")


def files_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def parse(file: Path) -> LexborHTMLParser:
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def attribute(page: LexborHTMLParser, selector: str, name: str) -> list[str]:
    return [node.attributes[name] or "" for node in page.css(selector) if name in node.attributes]


def requests_of(page: LexborHTMLParser) -> Iterator[str]:
    """Yield everything a page links to or loads below its own host."""
    for selector, name in (("[href]:not([rel=canonical]):not(link[hreflang])", "href"), ("[src]", "src")):
        for address in attribute(page, selector, name):
            if not urlsplit(address).scheme:
                yield address


def resolve(address: str, page: str, start: str) -> str:
    """Return the file in the site that an address on a page means."""
    path = unquote(urlsplit(address).path)
    if not path:
        return page
    file = posixpath.join(start, posixpath.dirname(page), path) + "index.html" * path.endswith("/")
    whole = posixpath.normpath(file)
    return whole.removeprefix(start) if whole.startswith(start) else f"outside: {whole}"


def test_every_page_is_there_in_every_language(site: Path) -> None:
    pages = ("index.html", "about/index.html", "about/partners/index.html")
    for locale in LOCALES:
        for page in pages:
            file = site / ("" if locale == "en" else locale) / page
            assert attribute(parse(file), "html", "lang") == [locale]


def dead_ends(site: Path, start: str) -> tuple[list[str], int]:
    """Return every address on every page that leads nowhere, and how many addresses there are."""
    there = files_of(site)
    pages = {name: parse(site / name) for name in sorted(there) if name.endswith(".html")}
    ids = {name: set(attribute(page, "[id]", "id")) for name, page in pages.items()}
    found, asked = [], 0
    for name, page in pages.items():
        for address in requests_of(page):
            asked += 1
            target = resolve(address, name, start)
            anchor = unquote(urlsplit(address).fragment)
            is_from_root = address.startswith("/")
            # A host shows a 404 page at any address, where a relative link would lead elsewhere.
            is_wanted = name.endswith("404.html") and not address.startswith("#")
            if target not in there or (anchor and anchor not in ids[target]) or is_from_root != is_wanted:
                found.append(f"{name}: {address}")
    return found, asked


def test_no_page_asks_for_what_is_not_there_in_whatever_folder_the_site_stands(site: Path) -> None:
    found, asked = dead_ends(site, "/guide/")
    assert found == []
    assert asked > 100


def test_nothing_else_is_published(site: Path) -> None:
    others = {n for n in files_of(site) if not n.endswith("index.html") and n.partition("/")[0] not in OTHER_ROOMS}
    css, *rest = sorted(n for n in others if n.endswith(".css"))
    assert rest == []
    scripts = {n for n in others if n.endswith(".js")}
    # Words and lists are made for each language.
    made = {f"{name}-{x}.js" for name in MADE_BY_LANGUAGE for x in ("en", "lv", "de", "fr", "es")}
    assert {posixpath.basename(n) for n in scripts} - made == {"shell.js", "store.js", "map.js"}
    assert len({posixpath.dirname(n) for n in scripts}) == 1
    pictures = {n for n in others if n.endswith((".svg", ".png"))}
    assert {posixpath.dirname(n) for n in pictures if n.endswith(".svg")} == {"assets/images"}
    assert {n for n in pictures if n.endswith(".png")} == {"about/house.png"}
    search = {n for n in others if n.startswith("search/")}
    assert {f"search/{locale}.json" for locale in ("en", "lv", "de", "fr", "es")} <= search
    rest_of_it = others - scripts - pictures - search - {css}
    not_found = {f"{folder}404.html" for folder in ("", "lv/", "de/", "fr/", "es/")}
    assert rest_of_it == {"robots.txt", "sitemap.xml"} | not_found


def test_the_one_style_sheet_holds_what_is_used_and_nothing_else(site: Path) -> None:
    page = parse(site / "lv/about/index.html")
    (sheet,) = attribute(page, "link[rel=stylesheet]", "href")
    css = (site / resolve(sheet, "lv/about/index.html", "/guide/")).read_text()
    assert ".by-script,.map{" in css
    assert "main table{" in css
    assert ".nowhere" not in css
    assert "dl" not in css
    assert ".md-" not in css  # the theme's own


def test_a_page_loads_the_scripts_it_needs(site: Path) -> None:
    def scripts(page: str) -> list[str]:
        return [posixpath.basename(a) for a in attribute(parse(site / page), "script", "src")]

    assert scripts("about/index.html") == scripts("lv/about/index.html") == ["shell.js", "map.js"]
    assert scripts("index.html") == ["shell.js"]


def test_a_marker_is_filled_and_the_editors_address_is_written_out(site: Path) -> None:
    page = parse(site / "about/index.html")
    assert page.css_first("section.map") is not None
    assert attribute(page, "a[href^=mailto]", "href") == ["mailto:editors@example.org"]


def test_a_fallback_page_is_canonical_to_english_and_no_alternate(site: Path) -> None:
    page = parse(site / "de/about/index.html")
    assert attribute(page, "link[rel=canonical]", "href") == [f"{SITE_URL}about/"]
    assert attribute(page, "link[hreflang]", "hreflang") == []
    translation = parse(site / "lv/about/index.html")
    assert attribute(translation, "link[rel=canonical]", "href") == [f"{SITE_URL}lv/about/"]
    assert attribute(translation, "link[hreflang]", "hreflang") == ["en", "lv", "x-default"]


def test_the_sitemap_lists_real_pages_only(site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {e.text for e in ET.parse(site / "sitemap.xml").getroot().findall("s:url/s:loc", names)}
    assert found == {
        f"{SITE_URL}{path}" for path in ("", "about/", "about/partners/", "lv/about/", "es/about/partners/")
    }


def test_a_404_page_speaks_its_language_and_leads_to_all_others(site: Path) -> None:
    for locale in LOCALES:
        page = parse(site / ("" if locale == "en" else locale) / "404.html")
        assert attribute(page, "html", "lang") == [locale]
        assert set(attribute(page, "a[hreflang]", "href")) == {
            f"/guide/{'' if x == 'en' else f'{x}/'}" for x in LOCALES
        }
        assert attribute(page, "link[rel=canonical]", "href") == []


def test_a_moved_page_leads_to_its_new_address_without_scripts(site: Path) -> None:
    for locale in LOCALES:
        page = parse(site / ("" if locale == "en" else locale) / "team/index.html")
        assert attribute(page, "meta[http-equiv=refresh]", "content") == ["0; url=../about/"]
        assert attribute(page, "a", "href") == ["../about/"]
        canonical = f"{SITE_URL}lv/about/" if locale == "lv" else f"{SITE_URL}about/"
        assert attribute(page, "link[rel=canonical]", "href") == [canonical]


def differences(one: Path, other: Path) -> set[str]:
    assert files_of(one) == files_of(other)
    _, different, broken = filecmp.cmpfiles(one, other, sorted(files_of(one)), shallow=False)
    return {*different, *broken}


def test_two_builds_are_byte_identical(small: Path, site: Path, tmp_path: Path) -> None:
    # Another order of every set and another day must make no difference.
    assert differences(site, built(small, tmp_path / "site", PYTHONHASHSEED="2", TZ="Pacific/Auckland")) == set()


def test_properdocs_makes_the_same_pages_but_for_the_generator(small: Path, site: Path, tmp_path: Path) -> None:
    other = built(small, tmp_path / "site", program="properdocs")
    different = differences(site, other)
    assert different == {name for name in files_of(site) if name.endswith(".html")} - REDIRECT_PAGES

    def without_generator(file: Path) -> str:
        return "\n".join(x for x in file.read_text().splitlines() if not x.startswith('<meta name="generator"'))

    for name in different:
        assert without_generator(site / name) == without_generator(other / name)


REDIRECT_PAGES = {f"{folder}team/index.html" for folder in ("", "lv/", "de/", "fr/", "es/")}


def test_one_language_alone_keeps_its_address(small: Path, site: Path, tmp_path: Path) -> None:
    alone = built(small, tmp_path / "site", LOCALE="lv")
    pages = {n for n in files_of(alone) if n.endswith(".html")}
    assert pages == {n for n in files_of(site) if n.startswith("lv/") and n.endswith(".html")}
    css = {n for n in files_of(alone) if n.endswith(".css")}
    assert len(css) == 1
    assert (alone / "lv/about/index.html").read_bytes().replace(min(css).encode(), b"") == (
        site / "lv/about/index.html"
    ).read_bytes().replace(min(n for n in files_of(site) if n.endswith(".css")).encode(), b"")


def test_the_real_shell_asks_for_nothing_that_is_not_there(real: Path) -> None:
    assert dead_ends(real, "/guide/")[0] == []


def test_the_real_shell_holds_no_script_and_no_style_of_its_own(real: Path) -> None:
    for file in sorted(real.rglob("*.html")):
        page = parse(file)
        assert page.css('script:not([src]):not([type$="json"]), style, [style]') == [], file
        handlers = {name for node in page.css("*") for name in node.attrs if name.startswith("on")}
        assert handlers == set(), file


def test_the_real_shell_marks_a_fallback_page_and_its_language(real: Path) -> None:
    fallback = parse(real / "de/about/index.html")
    assert attribute(fallback, "article", "lang") == ["en"]
    assert attribute(fallback, "article", "data-fallback") == [""]
    assert attribute(fallback, "link[rel=canonical]", "href") == [f"{SITE_URL}about/"]
    assert attribute(fallback, "link[rel=alternate][hreflang]", "hreflang") == []
    translation = parse(real / "lv/about/index.html")
    assert attribute(translation, "article", "lang") == []
    assert attribute(translation, "link[rel=canonical]", "href") == [f"{SITE_URL}lv/about/"]
    assert attribute(translation, "link[rel=alternate][hreflang]", "hreflang") == ["en", "lv", "x-default"]


def test_the_real_404_pages_lead_home_in_every_language(real: Path) -> None:
    for locale in LOCALES:
        page = parse(real / ("" if locale == "en" else locale) / "404.html")
        homes = {f"/guide/{'' if x == 'en' else f'{x}/'}" for x in LOCALES}
        assert homes <= set(attribute(page, "a[hreflang]", "href"))
        assert attribute(page, "link[rel=canonical], link[hreflang]", "href") == []


FAULTS: Mapping[str, tuple[dict[str, str], dict[str, str], str]] = {
    "a language there is none of": ({}, {"LOCALE": "xx"}, "LOCALE=xx"),
    "a picture that is not there": (
        {"overrides/assets/stylesheets/base.css": ".map{\nbackground:url(../no.svg)}"},
        {},
        "overrides/assets/stylesheets/base.css:2: ",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_stops_the_build_with_one_clear_line(tmp_path: Path, fault: str) -> None:
    files, variables, said = FAULTS[fault]
    root = make_repository(tmp_path / "repository")
    for name, text in files.items():
        (root / name).write_text(text)
    done = build(root, tmp_path / "site", **variables)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
