"""Publish: what a site needs beside its pages, written when the pages of all languages are there.

Takes in the folder of built pages, spits out into it: 404 and redirect pages, sitemap, scripts, pictures and the one
style sheet, whose address then stands in every page.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment

from colabora.kinds import Kind
from colabora.knowledge_base import Page
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import address_of
from colabora.publishing.assets import HOME, STYLE_SHEET, WHOLE_STYLE_SHEET, fingerprinted, read_sheets
from colabora.publishing.navigation import HOME as HOME_PAGE
from colabora.publishing.redirects import redirects
from colabora.publishing.sitemap import robots, sitemap
from colabora.publishing.styles import join, purge
from colabora.publishing.usage import usage_of
from colabora.publishing.view import NOT_FOUND, Site, View, make_gone_view, make_not_found_view
from colabora.registers import Withdrawal
from colabora.schemas import PageFrontMatter
from colabora.source import Source
from colabora.strings import Strings


def publish(site: Site, folder: Path, environment: Environment, *, is_preview: bool) -> None:
    """Complete a built site; a preview gets the whole style sheet, which is sooner."""
    for locale in built_locales(site, folder):
        write_not_found(site, locale, folder, environment)
    write_redirects(site, folder, environment)
    write_withdrawals(site, folder, environment)
    _write(folder / "sitemap.xml", sitemap(site))
    _write(folder / "robots.txt", robots(site))
    for address, source in site.assets.sources.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / address)
    for address, script in (*site.assets.scripts.items(), *site.assets.data.items()):
        _write(folder / address, script)
    write_styles(site, folder, is_preview=is_preview)


def built_locales(site: Site, folder: Path) -> list[str]:
    """Return the languages whose home page was built: all, or the only one that was asked for."""
    return [x for x in site.base.locales if (folder / address_of(x, HOME_PAGE) / "index.html").is_file()]


def write_not_found(site: Site, locale: str, folder: Path, environment: Environment) -> None:
    """Write a language's 404 page, which a host shows at any address that is not there."""
    view = make_not_found_view(site, locale)
    strings = site.base.strings[locale]
    page = environment.get_template(NOT_FOUND).render(
        view=view,
        t=strings,
        base=site.base,
        locale=locale,
        written=_page_of_strings(strings, NOT_FOUND, "not-found"),
        page=None,
    )
    _write(folder / view.address, page)


def _page_of_strings(strings: Strings, name: str, group: str) -> Page:
    """Return a page to stand in for one that is not there, so that templates need not ask."""
    front_matter = PageFrontMatter(title=strings(f"{group}.title"), description=strings(f"{group}.text"))
    values = {"title": front_matter.title, "description": front_matter.description}
    return Page(Source("", strings.locale, name, values), Kind.PAGE, front_matter, (), ())


def write_redirects(site: Site, folder: Path, environment: Environment) -> None:
    """Write a page at every address that a page has left."""
    template = environment.get_template("redirect.html")
    locales = built_locales(site, folder)
    for redirect in (r for r in redirects(site) if r.locale in locales):
        page = template.render(redirect=redirect, t=site.base.strings[redirect.locale], locale=redirect.locale)
        _write(folder / redirect.address / "index.html", page)


def write_withdrawals(site: Site, folder: Path, environment: Environment) -> None:
    """Write a notice at the address of every case that was withdrawn, in the language of the address."""
    for withdrawal in site.base.registers.withdrawals.values():
        name = f"case-studies/{withdrawal.slug}.md"
        if name not in site.base.pages[SOURCE_LOCALE]:
            for locale in built_locales(site, folder):
                view = make_gone_view(site, locale, name, "case-studies/index.md")
                page = withdrawal_page(site, view, environment, name, withdrawal)
                _write(folder / view.address / "index.html", page)


def withdrawal_page(site: Site, view: View, environment: Environment, name: str, withdrawal: Withdrawal) -> str:
    """Return the notice of a withdrawn case in the language of the view."""
    strings = site.base.strings[view.locale]
    return environment.get_template("withdrawn.html").render(
        view=view,
        t=strings,
        base=site.base,
        locale=view.locale,
        written=_page_of_strings(strings, name, "withdrawn"),
        page=None,
        withdrawal=withdrawal,
    )


def write_styles(site: Site, folder: Path, *, is_preview: bool) -> None:
    """Write the one style sheet under its own name and put that into every page."""
    sheets = read_sheets(site.base.root, site.assets)
    if is_preview:
        _write(folder / WHOLE_STYLE_SHEET, join(sheets))
        return
    # Read twice rather than kept: thousands of pages would not fit into memory.
    pages = sorted(folder.rglob("*.html"))
    css = purge(sheets, usage_of((page.read_text(encoding="utf-8") for page in pages), _scripts(site)))
    address = f"{HOME}/{fingerprinted(STYLE_SHEET, css.encode())}"
    _write(folder / address, css)
    for page in pages:
        _write(page, page.read_text(encoding="utf-8").replace(WHOLE_STYLE_SHEET, address))


def _scripts(site: Site) -> Iterable[str]:
    vendored = (p for p in site.assets.sources.values() if p.suffix in (".js", ".mjs"))
    return (*site.assets.scripts.values(), *(p.read_text(encoding="utf-8") for p in vendored))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
