"""Terms: forbidden forms of the glossary in a translation, and links to a term that do not use its words.

Takes in a page's prose, spits out a warning for each form with the number of times it stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from colabora.problems import Problem, Severity, quote, rule
from colabora.registers import Term, TermForms
from colabora.translations.inventory import Prose
from colabora.translations.stems import WORD, count_phrase, stem, stems

# “koprade (alone, for the place)”: a person has to judge it, except where it is all a link to the term says.
CONDITION = re.compile(r"\s*\(.*\)$")
# “kopienas veidotājs/-a”, “Coworker:in”, “coworkeur·se”: what comes before the second ending.
SECOND_ENDING = re.compile(r"(?<=\w)(?:[:/·]-?\w+)+")
LONGEST_TAIL = 3  # letters by which two forms of a word may differ at its end


@rule("term-forbidden", Severity.WARNING)
def forbidden_term(form: str, count: int, preferred: str) -> tuple[str, str]:
    """Use the words that the glossary prefers or allows, in every form of the word.

    Bad: `kovorkingā` in a Latvian page

    Good: `koprades telpā`
    """
    times = f", {count} times on this page, here first" if count > 1 else ""
    return f"{quote(form)} is forbidden in the glossary{times}", f"write {quote(preferred)}"


@rule("term-preferred", Severity.WARNING)
def not_preferred(text: str, term: str, forms: str) -> tuple[str, str]:
    """Link to a term with its preferred or an allowed form.

    Bad: `[kopā strādāšana](term:coworking)`

    Good: `[koprade](term:coworking)`
    """
    return f"link text {quote(text)} is no form of the term {quote(term)}", f"write {forms}"


@dataclass(frozen=True)
class Forbidden:
    """A form to look for: its stems, and the term whose links alone are searched where it is another's good form."""

    form: str
    stems: tuple[str, ...]
    preferred: str
    term: str
    in_links_only: bool
    alone: bool


def check_terms(
    path: str,
    locale: str,
    prose: Sequence[Prose],
    links: Sequence[tuple[str, str, int]],
    glossary: Mapping[str, Term],
) -> Iterator[Problem]:
    """Return the forbidden forms of a page and the links to terms in other words; links are (term, text, line)."""
    found = [(stems(p.text, locale), p.line) for p in prose]
    linked = [(term, stems(text, locale), line) for term, text, line in links]
    for forbidden in forbidden_forms(locale, tuple(glossary.values())):
        places = [(w, line) for t, w, line in linked if t == forbidden.term] if forbidden.in_links_only else found
        hits = [
            (words == forbidden.stems if forbidden.alone else count_phrase(forbidden.stems, words), line)
            for words, line in places
        ]
        count = sum(int(n) for n, _ in hits)
        if count:
            line = next(line for n, line in hits if n)
            yield forbidden_term.at(path, line, forbidden.form, count, forbidden.preferred)
    for term, text, line in links:
        forms = glossary[term].terms.get(locale) if term in glossary else None
        if forms and not any(is_form(text, form, locale) for form in (forms.preferred, *forms.allowed)):
            wanted = " or ".join(quote(f) for f in (forms.preferred, *forms.allowed))
            yield not_preferred.at(path, line, text, term, wanted)


def forbidden_forms(locale: str, terms: tuple[Term, ...]) -> tuple[Forbidden, ...]:
    """Return all forms to look for in a language."""
    forms = {t.id: t.terms[locale] for t in terms if locale in t.terms}
    return tuple(f for term, own in forms.items() for f in _forbidden(term, own, forms, locale))


def _forbidden(term: str, own: TermForms, forms: Mapping[str, TermForms], locale: str) -> Iterator[Forbidden]:
    others = (f for t, f in forms.items() if t != term)
    good = {stems(base_form(form), locale) for f in others for form in (f.preferred, *f.allowed)}
    for form in own.forbidden:
        bare = CONDITION.sub("", form)
        wanted = stems(base_form(bare), locale)
        alone = bare != form
        yield Forbidden(bare, wanted, own.preferred, term, alone or wanted in good, alone)


def base_form(form: str) -> str:
    """Return a form without its second ending: `Coworker:in` is `Coworker`."""
    return SECOND_ENDING.sub("", form)


def is_form(text: str, form: str, locale: str) -> bool:
    """Tell whether a text uses a form, whatever its endings: each word of the form meets one of the text."""
    words = WORD.findall(text.casefold())
    return all(any(_meets(word, wanted, locale) for word in words) for wanted in _words(form))


@lru_cache
def _words(form: str) -> tuple[str, ...]:
    return tuple(WORD.findall(base_form(CONDITION.sub("", form)).casefold()))


def _meets(word: str, wanted: str, locale: str) -> bool:
    """Tell whether two words have a stem in common, or begin alike but for their last letters."""
    one, other = stem(word, locale), stem(wanted, locale)
    shared = max(3, len(other) - LONGEST_TAIL)
    return one == other or (len(other) > 3 and one[:shared] == other[:shared]) or (len(other) > 5 and other in one)
