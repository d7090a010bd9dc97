"""The course as open data: `data/<locale>/training.json` and its schema.

Takes in the knowledge base, spits out files by address; durations are minutes, an English text in another language's
file says `"lang": "en"`.
"""

from __future__ import annotations

from typing import Any

from colabora.data_files import Release, to_json
from colabora.knowledge_base import KnowledgeBase
from colabora.publishing.addresses import address_of
from colabora.training.course import Lesson, Module, make_course
from colabora.training.model import Exercise, Question, QuestionType

DATE_TIME = {"type": "string", "format": "date-time"}


def training_files(base: KnowledgeBase, release: Release) -> dict[str, bytes]:
    """Return every data file of the course by address below the site."""
    files = {"data/schema/training.json": to_json(data_schema())}
    for locale in base.locales:
        modules = [module_data(module, locale) for module in make_course(base, locale)]
        files[f"data/{locale}/training.json"] = to_json({**release.head(), "locale": locale, "modules": modules})
    return files


def module_data(module: Module, locale: str) -> dict[str, Any]:
    """Return a module with its objectives and lessons."""
    front = module.front_matter
    return {
        "id": module.slug,
        "title": front.title,
        **_lang(module.page.locale, locale),
        "page": address_of(locale, module.page.name),
        "number": front.number,
        "duration": front.duration,
        "level": front.level,
        "prerequisites": list(front.prerequisites),
        "objectives": [{"id": o.id, "text": o.text} for o in front.objectives],
        "competences": list(front.competences),
        "lessons": [_lesson_data(lesson, locale) for lesson in module.lessons],
    }


def _lesson_data(lesson: Lesson, locale: str) -> dict[str, Any]:
    front = lesson.front_matter
    return {
        "id": lesson.page.slug,
        "title": front.title,
        **_lang(lesson.page.locale, locale),
        "page": address_of(locale, lesson.page.name),
        "duration": lesson.minutes,
        "objectives": list(front.objectives),
        "key_points": list(front.key_points),
        "questions": [_question_data(question, locale) for question in lesson.questions],
        "exercises": [_exercise_data(exercise, locale) for exercise in lesson.exercises],
    }


def _question_data(question: Question, locale: str) -> dict[str, Any]:
    head = {"id": question.id, "title": question.title, **_lang(question.locale, locale)}
    return {**head, "type": question.type, "objective": question.objective}


def _exercise_data(exercise: Exercise, locale: str) -> dict[str, Any]:
    head = {"id": exercise.id, "title": exercise.title, **_lang(exercise.locale, locale)}
    more = {"objective": exercise.objective, "plan": exercise.plan}
    return head | {name: value for name, value in more.items() if value}


def _lang(locale: str, reader: str) -> dict[str, str]:
    return {"lang": locale} if locale != reader else {}


def data_schema() -> dict[str, Any]:
    """Return the JSON Schema of a language's data file."""
    text, texts, minutes = {"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "integer"}
    head = {"id": text, "title": text, "lang": {"const": "en", "description": "the texts are not translated"}}
    kinds = {"enum": list(QuestionType)}
    question = _closed({**head, "type": kinds, "objective": text}, {"lang"})
    exercise = _closed({**head, "objective": text, "plan": text}, {"lang", "objective", "plan"})
    many = {"page": text, "duration": {**minutes, "description": "minutes"}}
    lesson = {"objectives": texts, "key_points": texts, "questions": _list(question), "exercises": _list(exercise)}
    objective = _closed({"id": text, "text": text}, set())
    module = {
        "number": minutes, "level": text, "prerequisites": texts, "objectives": _list(objective), "competences": texts,
        "lessons": _list(_closed({**head, **many, **lesson}, {"lang"})),
    }  # fmt: skip
    modules = _list(_closed({**head, **many, **module}, {"lang"}))
    whole = {"version": text, "generated": DATE_TIME, "licence": text, "locale": text, "modules": modules}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "The course", **_closed(whole, set())}


def _closed(properties: dict[str, Any], optional: set[str]) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}
