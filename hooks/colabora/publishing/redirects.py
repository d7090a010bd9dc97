"""Redirects: pages that moved leave a small page at their old address, in every language.

Takes in `{old: about/team.md, new: about/partners.md}` of the register, spits out what `overrides/redirect.html`
prints at `about/team/`, `lv/about/team/` and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem, quote, rule
from colabora.publishing.addresses import Links, address_of
from colabora.publishing.view import Link, Site
from colabora.registers import FOLDER

REGISTER = f"{FOLDER}/redirects.yml"


@rule("redirect-target")
def no_target(old: str, new: str) -> tuple[str, str]:
    """Lead a page that moved to one that is there, if need be over another redirect.

    Bad: `{old: about/team.md, new: about/people.md}` without a page `about/people.md`

    Good: `{old: about/team.md, new: about/partners.md}`
    """
    return f"{quote(old)} leads to {quote(new)}, which leads to no page", "give the path of a page below docs/en/"


@rule("redirect-source")
def still_there(old: str) -> tuple[str, str]:
    """Redirect only from addresses where no page stands any more, each once.

    Bad: `{old: about/index.md, new: index.md}`

    Good: `{old: about/team.md, new: about/partners.md}`, the page `about/team.md` deleted
    """
    return f"{quote(old)} is a page, or stands in the register twice", "delete the page or the redirect"


@dataclass(frozen=True)
class Redirect:
    """A page at an old address: `link` to the page that a reader sees now, `canonical` its web address."""

    locale: str
    address: str
    link: Link
    canonical: str


def check_redirects(base: KnowledgeBase) -> list[Problem]:
    """Return redirects that lead nowhere, in a circle, or from a page that is there."""
    pages = base.pages[SOURCE_LOCALE]
    targets: dict[str, str] = {}
    problems = []
    for entry in base.registers.redirects:
        line = _line_of(base, entry.old)
        if entry.old in pages or entry.old in targets:
            problems.append(still_there.at(REGISTER, line, entry.old))
        targets.setdefault(entry.old, entry.new)
    for old, new in targets.items():
        if final_target(old, targets) not in pages:
            problems.append(no_target.at(REGISTER, _line_of(base, old), old, new))
    return problems


def final_target(old: str, targets: Mapping[str, str]) -> str:
    """Follow redirects to their end, which is no page if they lead nowhere or in a circle."""
    seen: set[str] = set()
    while old in targets and old not in seen:
        seen.add(old)
        old = targets[old]
    return old


def redirects(site: Site) -> Iterator[Redirect]:
    """Yield the pages at old addresses; those with a problem are left out."""
    base = site.base
    targets = {r.old: r.new for r in base.registers.redirects}
    for old in targets:
        target = final_target(old, targets)
        if old in base.pages[SOURCE_LOCALE] or target not in base.pages[SOURCE_LOCALE]:
            continue
        for locale in base.locales:
            yield _redirect(site, locale, old, target)


def _redirect(site: Site, locale: str, old: str, new: str) -> Redirect:
    links = Links(site.url, address_of(locale, old))
    seen = site.base.page(locale, new)
    assert seen is not None, "the caller has looked"
    lang = seen.locale if seen.locale != locale else None
    return Redirect(
        locale=locale,
        address=links.address,
        link=Link(seen.title, links.href(address_of(locale, new)), lang),
        canonical=links.absolute(address_of(seen.locale, new)),
    )


def _line_of(base: KnowledgeBase, old: str) -> int:
    """Return the line of the register that names an old page first."""
    entry = re.compile(rf"\bold:\s*[\"']?{re.escape(old)}[\"']?\s*(,|$)")
    lines = (base.root / REGISTER).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if entry.search(line)), 1)
