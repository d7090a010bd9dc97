"""Linked data: what a page of the course says to machines, in the words of schema.org.

Takes in the page of a module or a lesson and its view, spits out a `Course` with its parts or a `LearningResource` as
the text of a `<script type="application/ld+json">`, which no browser runs.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from colabora.data_files import LICENCE_ADDRESS
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.publishing.addresses import address_of
from colabora.publishing.view import View
from colabora.schemas import LessonFrontMatter, ModuleFrontMatter
from colabora.training.course import Lesson, Module, make_course

# Signs that could end the script element or begin a comment in it.
ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})


def learning_data(base: KnowledgeBase, page: Page, view: View, publisher: str) -> Markup:
    """Return the JSON-LD of a module's or a lesson's page, safe within a script element."""
    text = json.dumps(resource(base, page, view, publisher), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))


def resource(base: KnowledgeBase, page: Page, view: View, publisher: str) -> dict[str, Any]:
    """Return a module as a schema.org Course, a lesson as a LearningResource that is part of one."""
    module = next(m for m in make_course(base, page.locale) if page.name.startswith(f"training/{m.slug}/"))
    own = {
        "@context": "https://schema.org",
        "@id": view.canonical,
        "url": view.canonical,
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": publisher},
    }
    if isinstance(page.front_matter, LessonFrontMatter):
        lesson = next(one for one in module.lessons if one.page.name == page.name)
        return own | _lesson(lesson, module) | {"isPartOf": _part("Course", module.page, view)}
    return (
        own
        | _course(module, publisher)
        | {"hasPart": [_part("LearningResource", x.page, view) for x in module.lessons]}
    )


def _course(module: Module, publisher: str) -> dict[str, Any]:
    front = module.front_matter
    provider = {"@type": "Organization", "name": publisher}
    workload = {"@type": "CourseInstance", "courseMode": "online", "courseWorkload": iso_duration(front.duration)}
    return {
        "@type": "Course",
        **_common(module.page, front),
        "educationalLevel": front.level,
        "teaches": [objective.text for objective in front.objectives],
        "timeRequired": iso_duration(front.duration),
        "provider": provider,
        "hasCourseInstance": workload,
    }


def _lesson(lesson: Lesson, module: Module) -> dict[str, Any]:
    front = lesson.front_matter
    return {
        "@type": "LearningResource",
        **_common(lesson.page, front),
        "learningResourceType": "lesson",
        "educationalLevel": module.front_matter.level,
        "teaches": [o.text for o in module.front_matter.objectives if o.id in front.objectives],
        "timeRequired": iso_duration(lesson.minutes),
    }


def _common(page: Page, front: ModuleFrontMatter | LessonFrontMatter) -> dict[str, Any]:
    return {"name": front.title, "description": front.description, "inLanguage": page.locale}


def _part(kind: str, page: Page, view: View) -> dict[str, str]:
    address = view.links.absolute(address_of(page.locale, page.name))
    return {"@type": kind, "@id": address, "name": page.title, "url": address}


def iso_duration(minutes: int) -> str:
    """Return minutes as an ISO 8601 duration (`PT2H20M`)."""
    hours, rest = divmod(minutes, 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{rest}M' if rest or not hours else ''}"
