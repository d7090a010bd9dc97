"""Addresses: where a page stands below the site, and how one page links to another.

`address_of("lv", "about/index.md")` is `lv/about/`; from there `about/funding.md` is `funding/`.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import urlsplit

from colabora.locales import SOURCE_LOCALE


def address_of(locale: str, name: str) -> str:
    """Return a page's address below the site, without a leading slash; the source language has no folder."""
    folder = "" if locale == SOURCE_LOCALE else f"{locale}/"
    page = name.removesuffix(".md")
    return folder if page == "index" else f"{folder}{page.removesuffix('/index')}/"


def relative_href(start: str, target: str) -> str:
    """Return the link from one address to another; both end in a slash, name a file, or are empty."""
    path = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(start)}")
    return path if target and not target.endswith("/") else f"{path}/"


@dataclass(frozen=True)
class Links:
    """How a page links to others: relative to its own address, or from the host's root (`is_absolute`).

    A host shows a 404 page at any address, so that only links from the root work on it.
    """

    site_url: str
    address: str
    is_absolute: bool = False

    def href(self, address: str) -> str:
        """Return the link to an address below the site."""
        if self.is_absolute:
            return f"{urlsplit(self.site_url).path.rstrip('/')}/{address}"
        return relative_href(self.address, address)

    def absolute(self, address: str) -> str:
        """Return the whole web address of an address below the site."""
        return f"{self.site_url.rstrip('/')}/{address}"

    @property
    def root(self) -> str:
        """Return the link to the root of the site, which ends in a slash."""
        return self.href("")
