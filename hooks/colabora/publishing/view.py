"""View: what the templates need to know of a page beside its text.

Takes in the knowledge base, the reader's language, a page's name and its rendered HTML; spits out addresses,
alternates, breadcrumbs, navigation, the text cut at its markers and the scripts it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale

from colabora.checklists.plan import script_modules
from colabora.kinds import Kind, Stage
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import Links, address_of
from colabora.publishing.assets import Assets, read_assets
from colabora.publishing.navigation import HOME, Navigation, Place, make_navigation
from colabora.schemas import ChecklistFrontMatter, PracticeFrontMatter, StageFrontMatter, TemplateFrontMatter

MARKER = re.compile(r"<p>\[\[([a-z][a-z0-9-]*)\]\]</p>")
CUSTOM_ELEMENT = re.compile(r"<colabora-([a-z0-9-]+)")
NOT_FOUND = "404.html"
# Elements that the template of a kind, or of one page, puts around the text.
ELEMENTS_OF: Mapping[Kind | str, tuple[str, ...]] = {
    Kind.LESSON: ("question",),
    Kind.MODULE: ("course",),
    "training/index.md": ("course",),
}


@dataclass(frozen=True)
class Link:
    """A link to a page; `lang` is set where its title is not in the reader's language."""

    title: str
    href: str
    lang: str | None = None


@dataclass(frozen=True)
class Branch:
    """A place in the navigation; it has children only where it is open."""

    title: str
    href: str
    lang: str | None
    is_current: bool
    is_open: bool
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Alternate:
    """The same page for readers of a language: `name` in that language, `is_translation` if it is written in it."""

    locale: str
    name: str
    href: str
    absolute: str
    is_translation: bool
    is_current: bool


@dataclass(frozen=True)
class Part:
    """A piece of the text (`marker` is empty), or a place that a partial fills (`html` is empty)."""

    marker: str
    html: str


@dataclass(frozen=True)
class View:
    """A page as one reader sees it; `canonical` is empty on a page that stands at no address (404)."""

    locale: str
    links: Links
    is_fallback: bool
    canonical: str
    alternates: tuple[Alternate, ...]
    navigation: tuple[Branch, ...]
    hreflangs: tuple[tuple[str, str], ...] = ()
    breadcrumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    parts: tuple[Part, ...] = ()
    modules: tuple[str, ...] = ()
    stage: Stage | None = None

    @property
    def address(self) -> str:
        """Return the address below the site (`lv/about/`)."""
        return self.links.address

    @property
    def root(self) -> str:
        """Return the link to the root of the site (`../../`)."""
        return self.links.root

    def to(self, name: str) -> str:
        """Return the link to another page in the reader's language (`about/index.md`)."""
        return self.links.href(address_of(self.locale, name))


@dataclass(frozen=True)
class Site:
    """What all pages of a build share: the knowledge base, the site's web address, navigation by language, assets."""

    base: KnowledgeBase
    url: str
    navigation: Mapping[str, Navigation]
    assets: Assets


def make_site(base: KnowledgeBase, url: str) -> Site:
    """Return what all pages share, so that it is made once a build."""
    navigation = {locale: make_navigation(base, locale) for locale in base.locales}
    return Site(base, url, navigation, read_assets(base.root, script_modules(base)))


def make_view(site: Site, locale: str, name: str, html: str) -> View:
    """Return the view of a page that stands in the knowledge base, at least in English."""
    base = site.base
    links = Links(site.url, address_of(locale, name))
    english = base.pages[SOURCE_LOCALE][name]
    is_fallback = name not in base.pages[locale]
    navigation = site.navigation[locale]
    way = navigation.ways[name]
    parts = tuple(cut(html))
    alternates = tuple(alternates_of(site, links, locale, name))
    return View(
        locale=locale,
        links=links,
        is_fallback=is_fallback,
        canonical=links.absolute(address_of(SOURCE_LOCALE, name) if is_fallback else links.address),
        alternates=alternates,
        navigation=_branches(navigation.sections, way, links, locale),
        hreflangs=() if is_fallback else hreflangs(alternates),
        breadcrumbs=tuple(_link(place, links, locale) for place in _above(site, locale, way)),
        previous=_link_or_none(navigation.previous.get(name), links, locale),
        next=_link_or_none(navigation.next.get(name), links, locale),
        parts=parts,
        modules=modules_for(html, parts, site.assets, ELEMENTS_OF.get(english.kind, ELEMENTS_OF.get(name, ()))),
        stage=stage_of(english),
    )


def make_not_found_view(site: Site, locale: str) -> View:
    """Return the view of a language's 404 page: its links work at every address, and it is nobody's alternate."""
    folder = address_of(locale, HOME)
    links = Links(site.url, f"{folder}{NOT_FOUND}", is_absolute=True)
    sections = site.navigation[locale].sections
    return View(
        locale=locale,
        links=links,
        is_fallback=False,
        canonical="",
        alternates=tuple(alternates_of(site, links, locale, HOME)),
        navigation=_branches(sections, (), links, locale),
        breadcrumbs=tuple(_link(place, links, locale) for place in sections if place.name == HOME),
    )


def make_gone_view(site: Site, locale: str, name: str, above: str) -> View:
    """Return the view of a page that was taken off the site and leaves a notice; `above` is the page over it."""
    navigation = site.navigation[locale]
    links = Links(site.url, address_of(locale, name))
    way = navigation.ways.get(above, ())
    return View(
        locale=locale,
        links=links,
        is_fallback=False,
        canonical="",
        alternates=tuple(alternates_of(site, links, locale, name)),
        navigation=_branches(navigation.sections, way, links, locale),
        breadcrumbs=tuple(_link(place, links, locale) for place in _above(site, locale, (*way, *way[-1:])))
        if way
        else (),
    )


def cut(html: str) -> Iterator[Part]:
    """Cut rendered HTML at the paragraphs that hold nothing but a `[[marker]]`."""
    # With one group, split gives text, marker, text, marker, …, text.
    for number, piece in enumerate(MARKER.split(html)):
        if number % 2:
            yield Part(piece, "")
        elif piece.strip():
            yield Part("", piece)


def modules_for(html: str, parts: tuple[Part, ...], assets: Assets, wanted_by_kind: tuple[str, ...]) -> tuple[str, ...]:
    """Return the scripts that a page's kind, and the custom elements and markers of its text ask for, of those there are."""
    wanted = (*wanted_by_kind, *CUSTOM_ELEMENT.findall(html), *(part.marker for part in parts if part.marker))
    return tuple(dict.fromkeys(f"{name}.js" for name in wanted if f"{name}.js" in assets.addresses))


def stage_of(page: Page) -> Stage | None:
    """Return the stage that a page belongs to, if its kind has one."""
    match page.front_matter:
        case StageFrontMatter():
            return Stage(page.slug) if page.slug in set(Stage) else None
        case PracticeFrontMatter(stage=stage) | ChecklistFrontMatter(stage=stage) | TemplateFrontMatter(stage=stage):
            return stage
    return None


def hreflangs(alternates: tuple[Alternate, ...]) -> tuple[tuple[str, str], ...]:
    """Return language and web address of every real translation, and English for everyone else."""
    real = tuple((a.locale, a.absolute) for a in alternates if a.is_translation)
    return (*real, *(("x-default", a.absolute) for a in alternates if a.locale == SOURCE_LOCALE))


def language_name(locale: str) -> str:
    """Return the name of a language in itself (`Latviešu`)."""
    name = Locale(locale).language_name or locale
    return name[:1].upper() + name[1:]


def alternates_of(site: Site, links: Links, current: str, name: str) -> Iterator[Alternate]:
    """Yield a page in every language of the site."""
    for locale in site.base.locales:
        address = address_of(locale, name)
        yield Alternate(
            locale=locale,
            name=language_name(locale),
            href=links.href(address),
            absolute=links.absolute(address),
            is_translation=name in site.base.pages[locale],
            is_current=locale == current,
        )


def _above(site: Site, locale: str, way: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return home and the places between it and a page, which itself is left out."""
    home = tuple(p for p in site.navigation[locale].sections if p.name == HOME and p is not way[0])
    return (*home, *way[:-1])


def _branches(places: tuple[Place, ...], way: tuple[Place, ...], links: Links, locale: str) -> tuple[Branch, ...]:
    """Return the branches of places, with children where the way to the current page leads through."""
    return tuple(
        Branch(
            title=place.title,
            href=links.href(address_of(locale, place.name)),
            lang=place.lang,
            is_current=place is way[-1] if way else False,
            is_open=place in way,
            children=_branches(place.children, way, links, locale) if place in way else (),
        )
        for place in places
    )


def _link(place: Place, links: Links, locale: str) -> Link:
    return Link(place.title, links.href(address_of(locale, place.name)), place.lang)


def _link_or_none(place: Place | None, links: Links, locale: str) -> Link | None:
    return _link(place, links, locale) if place else None
