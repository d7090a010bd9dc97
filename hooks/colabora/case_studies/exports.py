"""Case studies as open data: JSON with its schema, CSV, a workbook, and GeoJSON.

Takes in the knowledge base, spits out files by address: `data/lv/case-studies.json`, `.csv`, `.xlsx`,
`data/case-studies.geojson`, `data/schema/case-studies.json`. What is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from colabora.case_studies.model import CaseStudy, case_studies, is_translated
from colabora.case_studies.tables import cases_to_csv, cases_to_xlsx
from colabora.data_files import LICENCE_ADDRESS, Release, to_json
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import address_of
from colabora.schemas import KEYED_LISTS, json_schema


def case_study_files(base: KnowledgeBase, release: Release) -> dict[str, bytes]:
    """Return every data file of the cases by address below the site."""
    files: dict[str, bytes] = {}
    for locale in base.locales:
        cases = case_studies(base, locale)
        start = f"data/{locale}/case-studies"
        data = {**release.head(), "locale": locale, "case_studies": [case_data(c, release) for c in cases]}
        files[f"{start}.json"] = to_json(data)
        files[f"{start}.csv"] = cases_to_csv(cases, release)
        files[f"{start}.xlsx"] = cases_to_xlsx(base.strings[locale], cases, release)
    files["data/case-studies.geojson"] = to_json(cases_to_geojson(case_studies(base, SOURCE_LOCALE), release))
    files["data/schema/case-studies.json"] = to_json(data_schema())
    return files


def case_data(case: CaseStudy, release: Release) -> dict[str, Any]:
    """Return a case's front matter with its address and the practices that cite it; English texts say so."""
    known = _known(asdict(case.front_matter))
    known.pop("translation", None)
    is_fallback = case.page.locale != case.reader
    if not is_fallback and case.reader != SOURCE_LOCALE:
        known = {name: _with_languages(case, name, value) for name, value in known.items()}
        if "aliases" not in case.page.source.front_matter:
            known.pop("aliases", None)
    return {
        "slug": case.slug,
        "url": release.absolute(case.address),
        "page": case.address,
        **({"lang": SOURCE_LOCALE} if is_fallback else {}),
        **known,
        "practices": list(_practices(case, release)),
    }


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known, in a case and in the entries of its lists."""
    return {
        name: [_known(v) if isinstance(v, dict) else v for v in value] if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None and value != ()
    }


def _with_languages(case: CaseStudy, name: str, value: Any) -> Any:
    if name not in KEYED_LISTS:
        return value
    identifier, text = KEYED_LISTS[name]
    return [
        entry if text not in entry or is_translated(case.page, name, entry[identifier]) else {**entry, "lang": "en"}
        for entry in value
    ]


def _practices(case: CaseStudy, release: Release) -> Iterator[dict[str, str]]:
    for citation in case.practices:
        practice = citation.practice
        address = address_of(case.reader, practice.name)
        yield {
            "practice": practice.slug,
            "title": practice.title,
            "url": release.absolute(address),
            "page": address,
            "verdict": citation.verdict,
            "note": citation.note,
            **({"lang": SOURCE_LOCALE} if citation.note_locale != case.reader else {}),
        }


def cases_to_geojson(cases: tuple[CaseStudy, ...], release: Release) -> dict[str, Any]:
    """Return one Point a site whose place is known (RFC 7946: longitude before latitude)."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [site.coordinates[1], site.coordinates[0]]},
            "properties": {
                "slug": case.slug,
                "name": case.front_matter.name,
                "site": site.name,
                "status": site.status or case.front_matter.status,
                "url": release.absolute(case.address),
            },
        }
        for case in cases
        for site in case.front_matter.sites
        if site.coordinates is not None
    ]
    return {"type": "FeatureCollection", **release.head(), "licence_url": LICENCE_ADDRESS, "features": features}


def data_schema() -> dict[str, Any]:
    """Return the JSON Schema of a language's data file: the front matter of a case and what is derived."""
    case = json_schema(Kind.CASE_STUDY)
    definitions = case.pop("$defs")
    definitions.pop("TranslationState", None)
    english = {"const": SOURCE_LOCALE, "description": "the texts are not translated"}
    for name in ("Price", "Funding", "Figure", "Photo"):
        definitions[name]["properties"]["lang"] = english
    text, address = {"type": "string"}, {"type": "string", "format": "uri"}
    case["properties"].pop("translation")
    case["properties"] |= {
        "slug": text,
        "url": address,
        "page": {**text, "description": "address below the site"},
        "lang": english,
        "practices": {"type": "array", "items": {"$ref": "#/$defs/Citation"}},
    }
    case["required"] = [*case["required"], "slug", "url", "page", "practices"]
    verdict = {"enum": ["confirms", "contradicts", "complicates"]}
    citation = {"practice": text, "title": text, "url": address, "page": text, "verdict": verdict, "note": text}
    definitions["Citation"] = _closed({**citation, "lang": english}, required=tuple(citation))
    definitions["CaseStudy"] = {k: v for k, v in case.items() if k not in ("$schema", "title")}
    head = dict.fromkeys(("version", "generated", "licence", "locale"), text)
    cases = {"type": "array", "items": {"$ref": "#/$defs/CaseStudy"}}
    return {
        "$schema": case["$schema"],
        "title": "Case studies of one language",
        **_closed({**head, "case_studies": cases}, required=(*head, "case_studies")),
        "$defs": definitions,
    }


def _closed(properties: Mapping[str, Any], required: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}
