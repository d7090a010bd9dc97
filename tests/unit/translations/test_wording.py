"""Stems, terms, typography and English that was left: each on single lines."""

from __future__ import annotations

import pytest

from colabora.problems import Problem
from colabora.registers import Term, TermForms
from colabora.translations.inventory import Prose
from colabora.translations.language import is_english
from colabora.translations.stems import stem
from colabora.translations.terms import TermBase, Wording, check_terms, check_unused_terms, is_form, make_term_base
from colabora.translations.typography import check_typography

N, F = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        (
            "lv",
            "kovorkings kovorkinga kovorkingam kovorkingu kovorkingā kovorkingi kovorkingiem kovorkingus kovorkingos",
        ),
        ("lv", "ēka ēkas ēkai ēku ēkā ēkām ēkās"),
        ("lv", "telpa telpas telpai telpu telpā telpām telpās"),
        ("lv", "brālis brāļa brālim brāļi brāļiem brāļus brāļos"),
        ("lv", "kaps kapa kapi kapiem kapos"),
        ("lv", "radošais radošā radošajam radošajā radošie radošos radošajās radoši"),
        ("de", "Arbeitsplatz Arbeitsplatzes Arbeitsplätze Arbeitsplätzen"),
        ("de", "fester feste festes festen festem"),
        ("fr", "télécentre télécentres"),
        ("es", "rehabilitación rehabilitaciones"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(locale: str, forms: str) -> None:
    assert len({stem(form, locale) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("locale", "one", "other"), [("lv", "telpa", "talka"), ("de", "Haus", "Hausordnung"), ("xx", "a", "as")]
)
def test_other_words_have_other_stems(locale: str, one: str, other: str) -> None:
    assert stem(one, locale) != stem(other, locale)


def term(
    identifier: str, locale: str, preferred: str, allowed: tuple[str, ...] = (), forbidden: tuple[str, ...] = ()
) -> Term:
    forms = {locale: TermForms(preferred=preferred, allowed=allowed, forbidden=forbidden)}
    return Term(id=identifier, explanation={}, terms={**forms, "en": TermForms(preferred=identifier.replace("-", " "))})


def term_base(*terms: Term, locale: str = "lv") -> TermBase:
    return make_term_base({t.id: t for t in terms}, locale)


LATVIAN = term_base(
    term(
        "coworking-space",
        "lv",
        "koprades telpa",
        ("kopstrādes telpa",),
        ("kovorkings", "koprade (alone, for the place)"),
    ),
    term("survey", "lv", "aptauja"),
    term("needs-analysis", "lv", "vajadzību izpēte", (), ("aptauja",)),
)


def rules(problems: object) -> list[tuple[int, str]]:
    assert not isinstance(problems, Problem)
    return [(p.line, p.rule) for p in problems]  # type: ignore[attr-defined]


def test_a_forbidden_form_is_counted_over_the_page() -> None:
    prose = [Prose("Kovorkingā ir silti.", 4), Prose("Divi kovorkingi.", 9)]
    (found,) = check_terms("p", Wording(prose, "lv"), [], LATVIAN)
    assert (found.line, found.rule) == (4, "term-forbidden")
    assert "2" in found.what


def test_a_form_that_is_another_terms_own_is_looked_for_in_links_to_its_term_only() -> None:
    prose = [Prose("Aptaujā atbildēja 23 cilvēki.", 4)]
    assert rules(check_terms("p", Wording(prose, "lv"), [("survey", "aptaujas", 4)], LATVIAN)) == []
    found = rules(check_terms("p", Wording(prose, "lv"), [("needs-analysis", "aptaujas", 5)], LATVIAN))
    assert found == [(5, "term-forbidden"), (5, "term-preferred")]


def test_a_form_forbidden_in_one_sense_is_found_where_a_link_says_nothing_else() -> None:
    prose = [Prose("Koprade laukos.", 4)]
    assert rules(check_terms("p", Wording(prose, "lv"), [("coworking-space", "koprades telpās", 4)], LATVIAN)) == []
    found = rules(check_terms("p", Wording(prose, "lv"), [("coworking-space", "koprades", 5)], LATVIAN))
    assert found == [(5, "term-forbidden"), (5, "term-preferred")]


def test_a_form_that_only_its_ending_tells_from_the_good_one_is_compared_as_it_is() -> None:
    french = term_base(term("study-trip", "fr", "voyage d'études", (), ("voyage d'étude",)), locale="fr")
    assert rules(check_terms("p", Wording([Prose("Un voyage d’études.", 1)], "fr"), [], french)) == []
    assert rules(check_terms("p", Wording([Prose("Un voyage d’étude.", 1)], "fr"), [], french)) == [
        (1, "term-forbidden")
    ]


@pytest.mark.parametrize(
    ("locale", "text", "form"),
    [
        ("lv", "kopienas veidotāju", "kopienas veidotājs/-a"),
        ("lv", "Koprades telpās", "koprades telpa"),
        ("de", "Coworker:innen", "Coworker:in"),
        ("de", "Dorf-Büros", "Dorf-Büro"),
        ("fr", "coworkeurs", "coworkeur·se"),
        ("es", "dinamizadoras", "dinamizador/a"),
        ("es", "espacios rurales de coworking", "espacio de coworking"),
    ],
)
def test_a_link_may_use_a_term_with_any_ending(locale: str, text: str, form: str) -> None:
    assert is_form(text, form, locale)


@pytest.mark.parametrize(
    ("locale", "text", "form"), [("lv", "birojs", "koprades telpa"), ("de", "Büro", "Coworking-Space")]
)
def test_other_words_are_no_form_of_a_term(locale: str, text: str, form: str) -> None:
    assert not is_form(text, form, locale)


def test_a_term_that_english_uses_often_and_the_page_never_is_a_warning_with_its_number() -> None:
    english = Wording([Prose("A coworking space.", 1), Prose("Coworking spaces and a survey", 2)], "en")
    terms = term_base(
        *(
            Term(id=t, explanation={}, terms={"en": TermForms(preferred=t.replace("-", " "))})
            for t in ("coworking-space", "survey")
        ),
        locale="en",
    )
    (found,) = check_unused_terms("p", Wording([Prose("Telpa un jautājumi.", 3)], "lv"), english, LATVIAN, terms)
    assert (found.rule, found.line) == ("term-unused", 3)
    assert "2" in found.what
    assert rules(check_unused_terms("p", Wording([Prose("Kopstrādes telpā.", 3)], "lv"), english, LATVIAN, terms)) == []


GOOD = {
    "lv": f"„Skola6” – „vieta”, 90{N}% no 5000{N}€, 2018–2022: labi; vai ne? Jā, arī „viņa ‚otrā’”.",
    "de": f"„Skola6“ – der Ort, 90{N}% von 5.000{N}€, 2018–2022: gut; oder? z. B. 10:30.",
    "fr": f"«{F}Skola6{F}»{F}: 90{F}% de 5{F}000{N}€, 2018–2022{F}; n’est-ce pas{F}? à 10:30, porte-parole",
    "es": f"«Skola6» – ¿no?, 90{N}% de 5000{N}€, 2018–2022: bien; «así».",
}


@pytest.mark.parametrize("locale", GOOD)
def test_what_the_language_wants_is_no_problem(locale: str) -> None:
    assert rules(check_typography("p", locale, [Prose(GOOD[locale], 1)])) == []


@pytest.mark.parametrize(
    ("locale", "text", "rule"),
    [
        *((x, '"Skola6"', "typography-quotes") for x in GOOD),
        ("lv", "„Skola6“ un “vieta”", "typography-quotes"),
        ("de", "„Skola6”", "typography-quotes"),
        ("de", "“Skola6“", "typography-quotes"),
        ("fr", "“Skola6”", "typography-quotes"),
        ("es", "„Skola6“", "typography-quotes"),
        *((x, "2018-2022", "typography-dashes") for x in GOOD),
        *((x, f"2018{N}–{N}2022", "typography-dashes") for x in GOOD),
        *((x, "telpa - un", "typography-dashes") for x in GOOD),
        *((x, "90 %", "typography-spaces") for x in GOOD),
        *((x, "90%", "typography-spaces") for x in GOOD),
        *((x, "5000 €", "typography-spaces") for x in GOOD),
        *((x, "22 000 un", "typography-spaces") for x in GOOD),
        *((x, "vai ne ?", "typography-spaces") for x in GOOD),
        ("fr", "n’est-ce pas?", "typography-spaces"),
        ("fr", f"n’est-ce pas{N}?", "typography-spaces"),
        ("fr", f"voici: {F}", "typography-spaces"),
        ("fr", "« Skola6 »", "typography-spaces"),
        ("fr", "«Skola6»", "typography-spaces"),
    ],
)
def test_what_another_language_does_is_a_warning(locale: str, text: str, rule: str) -> None:
    assert (7, rule) in rules(check_typography("p", locale, [Prose("x", 3), Prose(text, 7)]))


def test_a_page_has_one_warning_a_kind_with_its_number() -> None:
    (found,) = check_typography("p", "de", [Prose("90 % und 5 %", 2), Prose("7 €", 3)])
    assert (found.line, found.what.split()[0]) == (2, "3")


def test_a_language_without_customs_is_left_alone() -> None:
    assert rules(check_typography("p", "eo", [Prose('"x" 5 %', 1)])) == []


@pytest.mark.parametrize("locale", ["lv", "de", "fr", "es"])
@pytest.mark.parametrize(
    "text",
    [
        "The room is free of charge and warm.",
        "Ask everyone who came only once what kept them away.",
        "In Daugavpils in 2017 the initiators of a coworking space named a condition in public.",
        "Do people come on two days to work?",
    ],
)
def test_an_english_sentence_is_english(locale: str, text: str) -> None:
    assert is_english(text, locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("lv", "Kodam ir MIT licence, saturam – Creative Commons."),
        ("lv", "Franču valodā: tiers-lieu un coworking."),
        (
            "lv",
            "Vale of Glamorgan Council, Creative Rural Communities | Velsa | Vale of Glamorgan apgabals; festivāls „Local Festival”",
        ),
        ("de", "Der CoLabora-Partner CIS Ribera d’Ebre–Terra Alta koordiniert Cowocat_Rural."),
        ("de", "Rolle: was Community-Manager:innen tun"),
        ("fr", "La Cordée a ouvert un espace de coworking à Lamure."),
        ("es", "Zona Líquida, Riba-roja d’Ebre, abrió en 2012 como coworking."),
        ("lv", "The Mill Daugavpils"),
        ("lv", "Sauklis angliski ir „The European Agricultural Fund for Rural Development”."),
        ("de", "Das Programm heißt “The European project on coworking spaces in rural areas” und endete."),
    ],
)
def test_names_and_quotations_in_a_translation_are_not(locale: str, text: str) -> None:
    assert not is_english(text, locale)


def test_a_line_copied_from_english_needs_no_small_words() -> None:
    assert not is_english("Seven partners, six countries", "lv")
    assert is_english("Seven partners, six countries", "lv", is_copied=True)
    assert not is_english("Zona Líquida, Riba-roja d’Ebre", "es", is_copied=True)
