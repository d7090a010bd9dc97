from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from colabora.case_studies.linked_data import article, linked_data, subject
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.publishing.view import View, make_site, make_view
from colabora.schemas import CaseStudyFrontMatter

NAME = "case-studies/forge.md"
SCHEMA = "https://schema.org/"


@pytest.fixture
def page(base: KnowledgeBase) -> Page:
    return base.pages["en"][NAME]


@pytest.fixture
def view(base: KnowledgeBase) -> View:
    return make_view(make_site(base, "https://example.org/"), "en", NAME, "")


def expanded(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data as a processor understands them, with schema.org's vocabulary and without the network."""
    local = {**data, "@context": {"@vocab": SCHEMA}}
    (found,) = jsonld.expand(local)
    return dict(found)


def test_a_page_is_an_article_about_its_subject(base: KnowledgeBase, page: Page, view: View) -> None:
    found = expanded(article(base, page, view, "CoLabora"))
    assert found["@type"] == [f"{SCHEMA}Article"]
    assert found["@id"] == "https://example.org/case-studies/forge/"
    values = {key.removeprefix(SCHEMA): value for key, value in found.items()}
    assert values["license"] == [{"@value": "https://creativecommons.org/licenses/by-sa/4.0/"}]
    assert values["dateModified"] == [{"@value": "2025-11-24"}]
    assert values["citation"] == [{"@value": "https://example.org/report"}]
    assert values["isAccessibleForFree"] == [{"@value": True}]
    assert values["about"][0]["@type"] == [f"{SCHEMA}Place"]
    assert values["image"][0][f"{SCHEMA}creditText"] == [{"@value": "A. Smith"}]


def test_no_text_can_end_the_script(base: KnowledgeBase, page: Page, view: View) -> None:
    assert isinstance(page.front_matter, CaseStudyFrontMatter)
    hostile = "</script><script>alert(1)</script><!-- & ]]>"
    evil = replace(page, front_matter=replace(page.front_matter, title=hostile))
    text = linked_data(base, evil, view, "CoLabora")
    assert not set("<>&") & set(text)
    assert json.loads(text)["headline"] == hostile


def case(base: KnowledgeBase, **changes: Any) -> dict[str, Any]:
    front_matter = base.pages["en"][NAME].front_matter
    assert isinstance(front_matter, CaseStudyFrontMatter)
    return subject(replace(front_matter, **changes))


def test_a_space_in_one_building_is_that_place(base: KnowledgeBase) -> None:
    front_matter = base.pages["en"][NAME].front_matter
    assert isinstance(front_matter, CaseStudyFrontMatter)
    assert case(base, sites=front_matter.sites[:1]) == {
        "@type": "Place",
        "name": "-1+1 & Ķēve",
        "address": {"@type": "PostalAddress", "addressLocality": "Līči", "addressCountry": "LV"},
        "geo": {"@type": "GeoCoordinates", "latitude": 56.5, "longitude": -24.1},
    }
    assert [p["name"] for p in case(base)["containsPlace"]] == ["Forge", "Barn"]
    assert "geo" not in case(base, sites=())


@pytest.mark.parametrize(("kind", "type_"), [("network", "Organization"), ("programme", "Project"), ("event", "Event")])
def test_others_have_places_and_an_event_its_year(base: KnowledgeBase, kind: str, type_: str) -> None:
    found = case(base, kind=kind)
    assert found["@type"] == type_
    assert len(found["location"]) == 2
    assert ("startDate" in found) == (kind == "event")
    assert "location" not in case(base, kind=kind, sites=())


def test_only_a_case_has_a_subject(base: KnowledgeBase, view: View) -> None:
    with pytest.raises(TypeError):
        article(base, base.pages["en"]["index.md"], view, "CoLabora")
