"""What every kind of page may cost (budgets.yml), weighed and timed as on a slow phone."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext

from browser.kinds import KINDS, LOCALES, WIDTHS, address
from browser.phone import Phone, Visit, compressed, serve_compressed
from browser.reference import write_reference
from browser.serving import ROOT
from colabora.kinds import kind_of
from colabora.knowledge_base import read_knowledge_base
from colabora.publishing.addresses import address_of

BUDGETS = yaml.safe_load((ROOT / "tests/browser/budgets.yml").read_text(encoding="utf-8"))
DIGEST = re.compile(r"\.?[0-9a-f]{12}(?=[./])")
# Other work of the machine can only make a page slower: what is within its budget once, is.
VISITS = 6


def budget(kind: str) -> Mapping[str, float]:
    """Return what a kind of page may cost."""
    return {**BUDGETS["every"], **BUDGETS["but"].get(kind, {})}


def bill(kind: str, files: Mapping[str, int]) -> str:
    """Return what each file weighs, those first that are new or have grown."""
    known = {"page": BUDGETS["pages"].get(kind, 0), **BUDGETS["files"]}
    lines = []
    for file, size in files.items():
        name = DIGEST.sub("", file).rpartition("/")[2] or "page"
        grown = size - known.get(name, 0)
        note = f" GREW by {grown}" if name in known else " NEW"
        lines.append((-grown, f"{name} {size}{note if grown > known.get(name, 0) / 50 else ''}"))
    return "; ".join(line for _, line in sorted(lines))


@pytest.fixture(scope="session")
def quick_site(built_site: Path) -> Iterator[str]:
    """Serve the built site as a host would."""
    with serve_compressed(built_site) as found:
        yield found


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the plain page that ours are held against."""
    folder = tmp_path_factory.mktemp("reference")
    write_reference(folder)
    with serve_compressed(folder) as found:
        yield found


def slow_visit(new_context: Callable[..., BrowserContext], url: str) -> Visit:
    """Open a page with a slow phone that has never seen the site."""
    phone = Phone(new_context)
    visit = phone.open(url)
    phone.context.close()
    return visit


@pytest.fixture(scope="session")
def reference_paints(chromium: Browser, reference: str) -> list[float]:
    """Return when the plain page's largest part was painted, in ms, visit by visit; tests add to it."""
    return [slow_visit(chromium.new_context, reference).paint for _ in range(3)]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_page_is_light(new_context: Callable[..., BrowserContext], quick_site: str, locale: str) -> None:
    over = []
    for kind in KINDS:
        may, url = budget(kind), quick_site + address(kind, locale)
        first = Phone(new_context, is_slow=False).open(url)
        coming = Phone(new_context, is_slow=False)
        coming.open(quick_site + address("home" if kind != "home" else "page", locale))
        later = coming.open(url)
        for what, found in (("bytes", first.bytes), ("requests", first.requests), ("next", later.bytes)):
            if found > may[what]:
                files = later.files if what == "next" else first.files
                over.append(f"{kind} {locale}: {what} {found} instead of {may[what]:g}: {bill(kind, files)}")
    assert over == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_soon_there_and_stands_still(
    new_context: Callable[..., BrowserContext],
    quick_site: str,
    reference: str,
    reference_paints: list[float],
    kind: str,
) -> None:
    may, plain = budget(kind), statistics.median(reference_paints)
    for turn in range(VISITS):
        if turn:  # the machine may have become slower for both
            reference_paints.append(slow_visit(new_context, reference).paint)
            plain = statistics.median(reference_paints[-3:])
        visit = slow_visit(new_context, quick_site + address(kind))
        assert visit.shift <= may["shift"], f"{kind}: {dict(visit.seen)}"
        limits = {"blocking": may["blocking"], "paint": may["paint"] * plain}
        over = {what: found for what, most in limits.items() if (found := float(getattr(visit, what))) > most}
        if not over:
            break
    assert over == {}, f"{kind}: limits {limits}; seen {dict(visit.seen)}; {bill(kind, visit.files)}"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("locale", ["en", "lv"])
def test_nothing_moves_while_a_page_loads(
    new_context: Callable[..., BrowserContext], quick_site: str, width: int, locale: str
) -> None:
    phone = Phone(new_context, is_slow=False)
    phone.page.set_viewport_size({"width": width, "height": 800})
    moved = {}
    for kind in KINDS:
        seen = phone.open(quick_site + address(kind, locale)).seen
        if seen["shift"]:
            moved[kind] = (seen["shift"], seen["moved"])
    assert moved == {}


def test_no_page_of_the_site_needs_more_than_a_next_page_may(built_site: Path) -> None:
    base, _ = read_knowledge_base(ROOT)
    special = {path: kind for kind, path in KINDS.items()}
    heavy = []
    for locale in LOCALES:
        for name in base.pages["en"]:
            kind = special.get(address_of("en", name), kind_of(name).value)
            size = len(compressed(built_site / address_of(locale, name) / "index.html"))
            if size > budget(kind)["next"]:
                heavy.append(f"{locale}/{name} ({kind}): {size} instead of {budget(kind)['next']}")
    assert heavy == []
