"""Sitemap and robots.txt: which pages a search engine may find, each with its translations.

A page in English that stands in for a missing translation is not in it, and nobody's alternate.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from colabora.publishing.addresses import Links, address_of
from colabora.publishing.view import Site, alternates_of, hreflangs

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(site: Site) -> str:
    """Return sitemap.xml with every page that is written in the language of its address."""
    ET.register_namespace("", SITEMAP)
    ET.register_namespace("xhtml", XHTML)
    urlset = ET.Element(f"{{{SITEMAP}}}urlset")
    for locale in site.base.locales:
        for name in site.base.pages[locale]:
            _add_page(urlset, site, locale, name)
    ET.indent(urlset)
    text: bytes = ET.tostring(urlset, encoding="utf-8", xml_declaration=True)
    return text.decode() + "\n"


def _add_page(urlset: ET.Element, site: Site, locale: str, name: str) -> None:
    links = Links(site.url, address_of(locale, name))
    url = ET.SubElement(urlset, f"{{{SITEMAP}}}url")
    ET.SubElement(url, f"{{{SITEMAP}}}loc").text = links.absolute(links.address)
    for hreflang, address in hreflangs(tuple(alternates_of(site, links, locale, name))):
        ET.SubElement(url, f"{{{XHTML}}}link", {"rel": "alternate", "hreflang": hreflang, "href": address})


def robots(site: Site) -> str:
    """Return robots.txt, which welcomes everyone and says where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {Links(site.url, '').absolute('sitemap.xml')}\n"
