"""Linked data: what a case's page says to machines, in the words of schema.org.

Takes in a case's page, its view and its registers, spits out an `Article` about a place, organisation or event as the
text of a `<script type="application/ld+json">`, which no browser runs.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from colabora.case_studies.model import FOLDER
from colabora.data_files import LICENCE_ADDRESS
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.publishing.view import View
from colabora.schemas import CaseStudyFrontMatter, Site

SUBJECTS = {"space": "Place", "network": "Organization", "programme": "Project", "event": "Event"}
# Signs that could end the script element or begin a comment in it.
ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})


def linked_data(base: KnowledgeBase, page: Page, view: View, publisher: str) -> Markup:
    """Return the JSON-LD of a case's page, safe within a script element."""
    text = json.dumps(article(base, page, view, publisher), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))


def article(base: KnowledgeBase, page: Page, view: View, publisher: str) -> dict[str, Any]:
    """Return what is known of a case as a schema.org Article; its subject is told from the text about it."""
    case = page.front_matter
    if not isinstance(case, CaseStudyFrontMatter):
        raise TypeError(f"{page.path} is no case study")
    sources = (base.registers.sources.get(key) for key in case.sources)
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": view.canonical,
        "url": view.canonical,
        "headline": case.title,
        "description": case.description,
        "inLanguage": page.locale,
        "dateModified": case.last_checked,
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": publisher},
        "about": subject(case),
        "citation": [source.url for source in sources if source],
        **_photos(case, view),
    }


def subject(case: CaseStudyFrontMatter) -> dict[str, Any]:
    """Return the place, organisation, project or event that a case is about."""
    kind = SUBJECTS[case.kind]
    about: dict[str, Any] = {"@type": kind, "name": case.name}
    places = [_place(site, case) for site in case.sites]
    if kind == "Place" and len(places) == 1:
        about |= {k: v for k, v in places[0].items() if k not in ("@type", "name")}
    elif kind == "Place":
        about |= {"address": _address(case), **({"containsPlace": places} if places else {})}
    elif places:
        about["location"] = places
    if kind == "Event" and case.started:
        about["startDate"] = str(case.started)
    return about


def _place(site: Site, case: CaseStudyFrontMatter) -> dict[str, Any]:
    place: dict[str, Any] = {"@type": "Place", "name": site.name, "address": _address(case, site.place)}
    if site.coordinates:
        latitude, longitude = site.coordinates
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return place


def _address(case: CaseStudyFrontMatter, place: str = "") -> dict[str, str]:
    locality = {"addressLocality": place} if place else {}
    return {"@type": "PostalAddress", **locality, "addressCountry": case.country}


def _photos(case: CaseStudyFrontMatter, view: View) -> dict[str, Any]:
    photos = [
        {
            "@type": "ImageObject",
            "contentUrl": view.links.absolute(f"{FOLDER}/{photo.file}"),
            "caption": photo.alt,
            "creditText": photo.credit,
        }
        for photo in case.photos
    ]
    return {"image": photos} if photos else {}
