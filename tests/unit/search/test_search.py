"""Search without a browser: sections, index, terms, the list from A to Z, and the count that the site shows."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from colabora.registers import Term, TermForms
from colabora.search.a_to_z import a_to_z
from colabora.search.documents import Document, Section, sections_of
from colabora.search.index import BITS, TITLE, Index, make_index
from colabora.search.publishing import search_files
from colabora.search.quality import read_quality
from colabora.search.termbase import concepts
from colabora.search.word_forms import fold, forms_of
from conftest import ROOT
from small_world import read_world
from word_forms.counting import count, read_words

LEAST_RECALL, MOST_WRONG = 95.0, 5.0
FIRST_SEARCH_OF_THOUSAND = 300_000


def document(title: str, *texts: str, **values: object) -> Document:
    sections = tuple(Section(f"s{n}" if n else "", f"Part {n}" if n else "", text) for n, text in enumerate(texts))
    return replace(Document("a/", title, (), "page", "", "", sections), **values)  # type: ignore[arg-type]


def places(index: Index, key: str) -> list[tuple[int, int]]:
    """Return sections and weights of a word, or nothing."""
    for name, text in index.files.items():
        if name[0].isdigit() and key in (shard := json.loads(text)):
            found, section = [], 0
            for step in shard[key][0]:
                section += step >> BITS
                found.append((section, step & ((1 << BITS) - 1)))
            return found
    return []


def test_an_article_is_cut_at_headings_and_nothing_around_it_is_read() -> None:
    html = """<main><p>Outside</p><article><h1>Title</h1><nav>Contents</nav><p>A <b>pop</b>-up week</p>
        <h2 id="steps">The <em>steps</em></h2><p>Ask</p><ul><li>one</li><li>two</li></ul><p lang="de">Frag</p><script>no</script></article></main>"""
    assert list(sections_of(html, "en")) == [
        Section("", "", "A pop-up week"),
        Section("steps", "The steps", "Ask one two"),
    ]
    assert list(sections_of("<p>no article</p>", "en")) == []


def test_a_word_has_its_places_with_the_greatest_weight() -> None:
    index = make_index([document("Rooms", "big rooms", "no", "Rooms rooms")], (), (), splits=False)
    assert places(index, "rooms") == [(0, TITLE), (2, 2)]
    assert places(index, "room") == []


def test_hyphens_marks_and_compounds() -> None:
    german = make_index([document("Dorf-Büro", "Das Dorfbüro im Dorf hat ein Büro")], (), (), splits=True)
    assert places(german, "dorfburo")
    assert places(german, "dorf")
    texts = ("jāmaksā", "maksā")
    latvian = make_index([document("x", *texts)], (), ("ja", "ne"), splits=False)
    assert [section for section, _ in places(latvian, "maksa")] == [0, 1]


def test_a_compound_is_found_by_each_part() -> None:
    pages = [document("x", "Dorfbüro", "das Dorf", "ein Büro")]
    index = make_index(pages, (), (), splits=True)
    assert [section for section, _ in places(index, "buro")] == [0, 2]
    assert [section for section, _ in places(make_index(pages, (), (), splits=False), "buro")] == [2]


def test_a_short_word_of_every_page_is_left_out_unless_it_is_a_term() -> None:
    pages = [document(f"p{n}", "the hub") for n in range(30)]
    index = make_index(pages, ("hub",), (), splits=False)
    assert index.common == ("the",)
    assert places(index, "hub")


def test_all_forms_of_a_word_stand_in_one_file() -> None:
    choose = random.Random(1)
    words = ["".join(choose.choices("aeiklmnoprstuv", k=9)) for _ in range(6000)]
    index = make_index([document("x", " ".join(words))], (), (), splits=False)
    starts: dict[str, set[str]] = {}
    for name, text in index.files.items():
        if name[0].isdigit():
            for key in json.loads(text):
                starts.setdefault(key[:3], set()).add(name)
    assert len(index.bounds) > 3
    assert all(len(names) == 1 for names in starts.values())


def test_a_concept_has_its_names_of_other_languages() -> None:
    forms = {
        "lv": TermForms(preferred="koprades telpa"),
        "de": TermForms(preferred="Coworker:in", forbidden=("Büro (alone)",)),
    }
    term = Term(id="x", explanation={}, terms=forms)
    assert list(concepts({"x": term}, "lv")) == [(("koprades telpa",), ("coworker", "büro"))]
    assert list(concepts({"x": term}, "fr")) == []


def test_letters_of_their_own_stand_by_themselves(tmp_path: Path) -> None:
    base = read_world(tmp_path)
    term = {
        n: Term(id=n, explanation={}, terms={"lv": TermForms(preferred=w)}) for n, w in (("a", "šķūnis"), ("b", "sols"))
    }
    letters = a_to_z(replace(base, registers=replace(base.registers, glossary=term)), "lv")
    names = [letter for letter, _ in letters]
    assert names.index("S") + 1 == names.index("Š")
    assert all(
        entry.lang for _, entries in letters for entry in entries if not entry.anchor and entry.name == "index.md"
    )


@pytest.mark.parametrize(
    ("word", "other"), [("ēka", "ēku"), ("maksa", "maksām"), ("brīdis", "brīžos"), ("pirkt", "pērkam")]
)
def test_short_stems_and_changing_consonants(word: str, other: str) -> None:
    assert fold(other) in forms_of(word, "lv")
    assert fold(word) in forms_of(other, "lv")


def test_the_published_count_is_that_of_today_and_good_enough(tmp_path: Path) -> None:
    words = read_words()
    rows = count(words)
    assert sum(word.locale == "lv" for word in words) >= 400
    assert list(read_quality(replace(read_world(tmp_path), root=ROOT))) == rows
    assert all(row.recall >= LEAST_RECALL for row in rows)
    latvian = [row for row in rows if row.locale == "lv"]
    assert sum(row.wrong * row.forms for row in latvian) / sum(row.forms for row in latvian) < MOST_WRONG


def test_a_thousand_pages_are_still_light(tmp_path: Path) -> None:
    choose = random.Random(2)
    words = ["".join(choose.choices("aeiklmnoprstuvzdgb", k=choose.randint(3, 11))) for _ in range(9000)]
    text = [" ".join(choose.choices(words, weights=[1 / n for n in range(1, 9001)], k=90)) for _ in range(800)]
    pages = tuple(
        document(
            " ".join(choose.choices(words, k=4)), *choose.choices(text, k=6), address=f"case-studies/{n}-{words[n]}/"
        )
        for n in range(1000)
    )
    base = read_world(tmp_path)
    files = search_files(base, "lv", pages)
    sizes = {
        name: len(brotli.compress(content.encode(), quality=5)) for name, content in files.items() if "/t" not in name
    }
    core = sizes.pop("lv.json")
    shards = sorted((size for name, size in sizes.items() if "vocabulary" not in name), reverse=True)
    texts = [content for name, content in files.items() if "/t" in name][:5]
    shown = sum(len(brotli.compress(content.encode(), quality=5)) for content in texts)
    assert core + sum(shards[:3]) + shown < FIRST_SEARCH_OF_THOUSAND
    assert files == search_files(base, "lv", pages)
