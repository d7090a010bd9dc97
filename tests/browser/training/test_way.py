"""The learner's way: self-assessment, pathway, lesson, plan and record; and the view of those who teach."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.axe import find
from browser.faults import Faults
from browser.kinds import SCHEMES
from browser.phone import Phone, serve_compressed
from browser.training.learner import LESSON, Learner

LOCALES = ("", "lv/", "de/", "fr/", "es/")
MOST = {"bytes": 30_000, "requests": 6, "next": 10_000, "shift": 0}


def test_from_the_self_assessment_by_a_pathway_and_a_lesson_into_the_plan_and_the_record(learner: Learner) -> None:
    page = learner.open("1.0/training/").page
    # With motion, one page slides into the next, which a quick click breaks off.
    page.emulate_media(reduced_motion="reduce")
    page.locator(".course-links a").first.click()
    page.wait_for_url("**/self-assessment/")
    groups = page.locator('[data-type="self"]')
    expect(groups).to_have_count(3)
    for box in groups.locator("fieldset input").all()[:3]:
        box.check()
    page.locator("colabora-self-assessment button").click()
    proposed = page.locator(".assessment-modules > li > p a")
    expect(proposed.first).to_have_attribute("href", "../testing/")
    expect(page.locator(".assessment-result")).to_be_focused()
    page.locator('article a[href="../pathways/"]').click()
    page.wait_for_url("**/pathways/")
    page.locator('article a[href="../testing/deciding-by-a-number/"]').first.click()
    page.wait_for_url("**/deciding-by-a-number/")
    page.locator("colabora-note textarea").fill("Eight by 30 June")
    page.locator(".lesson-progress button").click()
    expect(page.locator(".lesson-progress")).to_have_attribute("data-state", "done")
    item = page.locator(".exercise-note a")
    item.click()
    page.wait_for_url("**/checklists/go-no-go/**")
    expect(page.locator('[data-item-id="number-first"] .item-note')).to_have_text("Eight by 30 June")
    learner.open("2.0/lv/training/learning-record/")
    expect(page.locator(".record table tbody tr")).to_have_count(1)
    expect(page.locator(".record-text")).to_have_text("Eight by 30 June")
    with page.expect_download() as download:
        page.locator(".record-actions button").first.click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert saved["entries"]["lesson:testing:deciding-by-a-number"]["state"] == "done"
    learner.open("1.0/training/")
    page.locator("colabora-course summary").click()
    expect(page.locator('colabora-course [data-state="done"]')).to_have_count(1)
    numbers = [word for word in page.locator(".course-summary").inner_text().split() if word.isdigit()]
    published = json.loads(page.request.get(f"{learner.address}1.0/data/en/training.json").text())
    lessons = [lesson for module in published["modules"] for lesson in module["lessons"]]
    done = next(lesson for lesson in lessons if lesson["id"] == "deciding-by-a-number")
    left = sum(lesson["duration"] for lesson in lessons) - done["duration"]
    assert [int(n) for n in numbers] == [n for n in (1, len(lessons), left // 60, left % 60) if n]


def test_a_lesson_is_begun_by_the_first_answer_and_done_only_when_the_reader_says_so(learner: Learner) -> None:
    page = learner.open().page
    assert page.evaluate("localStorage.length") == 0
    for name, choice in (("how-many-payers", "eight"), ("nearly-there", "middle"), ("who-hears-first", "signed-up")):
        learner.input(choice, name).check()
        learner.check(name)
        learner.expect_verdict(True, name)
    expect(page.locator(".lesson-progress")).to_have_attribute("data-state", "begun")
    page.locator(".lesson-progress button").click()
    page.locator(".lesson-progress button").click()
    expect(page.locator(".lesson-progress")).to_have_attribute("data-state", "begun")


def test_notes_for_those_who_teach_are_shown_by_a_switch_that_is_kept(learner: Learner) -> None:
    page = learner.open().page
    note = page.locator("details.facilitator")
    expect(note).to_be_hidden()
    page.locator(".facilitator-switch input").check()
    expect(note.locator("p").first).to_be_visible()
    learner.open("1.0/lv/training/testing/a-pop-up-week/")
    expect(note.locator("p").first).to_be_visible()
    page.locator(".facilitator-switch input").uncheck()
    learner.open()
    expect(note).to_be_hidden()


def test_a_module_prints_the_exercises_of_all_its_lessons_with_the_solutions_apart(learner: Learner) -> None:
    page = learner.open("1.0/training/testing/").page
    page.evaluate("() => { window.print = () => (document.body.dataset.printed = ''); }")
    page.locator("colabora-exercise-sheet button").click()
    expect(page.locator("body[data-printed]")).to_be_attached()
    published = json.loads(page.request.get(f"{learner.address}1.0/data/en/training.json").text())
    module = next(module for module in published["modules"] if module["id"] == "testing")
    titles = [exercise["title"] for lesson in module["lessons"] for exercise in lesson["exercises"]]
    assert page.locator(".exercise-sheet .exercise").count() == len(titles)
    assert page.locator(".exercise-solutions h3").count() == len(titles)
    page.emulate_media(media="print")
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator(".exercise-sheet .exercise").first).to_be_visible()


def test_an_empty_record_says_where_to_begin_and_one_without_titles_what_went_wrong(
    learner: Learner, faults: Faults
) -> None:
    learner.open("1.0/training/learning-record/")
    expect(learner.page.locator("colabora-learning-record table")).to_have_count(0)
    learner.store("lesson:testing:a-pop-up-week", '{"state":"begun","at":1}')
    learner.page.route("**/training.json", lambda route: route.abort())
    learner.page.reload()
    expect(learner.page.locator("colabora-learning-record [role=alert]")).to_be_visible()
    assert faults.texts, "the browser itself tells of what it could not fetch"
    faults.texts.clear()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_course_is_accessible_answered_and_unanswered_in_both_schemes(
    new_context: Callable[..., BrowserContext], versions: str, locale: str
) -> None:
    learner = Learner(new_context(viewport={"width": 360, "height": 740}), versions)
    page = learner.page

    def faults(state: str) -> list[str]:
        found = []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
            found += [f"{state}, {scheme}: {one}" for one in find(page)]
        return found

    path = f"1.0/{locale}training/testing/deciding-by-a-number/"
    learner.open(path)
    found = faults("unanswered")
    learner.input("five").check()
    learner.check()
    learner.expect_verdict(False)
    page.locator(".facilitator-switch input").check()
    page.locator("colabora-note textarea").fill("8")
    found += faults("answered")
    learner.open(f"1.0/{locale}training/self-assessment/")
    page.locator("colabora-self-assessment button").click()
    found += faults("assessed")
    learner.open(f"1.0/{locale}training/learning-record/")
    expect(page.locator(".record table").first).to_be_visible()
    assert [*found, *faults("record")] == []


@pytest.fixture(scope="module")
def quick_site(built_site: Path) -> Iterator[str]:
    """Serve the built site as a host would."""
    with serve_compressed(built_site) as found:
        yield found


@pytest.mark.parametrize("locale", ["", "lv/"])
def test_a_lesson_is_light(new_context: Callable[..., BrowserContext], quick_site: str, locale: str) -> None:
    over: dict[str, object] = {}
    for path in (
        LESSON.removeprefix("1.0/"),
        "training/",
        "training/testing/",
        "training/self-assessment/",
    ):
        first = Phone(new_context, is_slow=False).open(f"{quick_site}{locale}{path}")
        coming = Phone(new_context, is_slow=False)
        coming.open(f"{quick_site}{locale}")
        later = coming.open(f"{quick_site}{locale}{path}")
        found = {"bytes": first.bytes, "requests": first.requests, "next": later.bytes, "shift": first.seen["shift"]}
        over |= {f"{path} {what}": (found[what], first.files) for what, most in MOST.items() if found[what] > most}
    assert over == {}
