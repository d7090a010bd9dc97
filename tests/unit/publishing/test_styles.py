from __future__ import annotations

import pytest

from colabora.publishing.style_sheets import Sheet, StyleSheetError
from colabora.publishing.styles import join, purge
from colabora.publishing.usage import Usage, page_marks, script_words, usage_of

PAGE = """<!doctype html><html lang="lv"><body id="top" dir="ltr"><p class="used other" hidden>x</p>
<input type="checkbox" disabled><svg viewBox="0 0 1 1"><linearGradient/></svg>
<template><table><tr class="in-template"><td></td></tr></table><template><b class="deep"></b></template></template>
</body></html>"""
SCRIPT = """
element.classList.add('set-by-script'); element.className = `state--${state}`; box.dataset.planOpen = 'yes'
element.ariaExpanded = 'true'; document.createElement('kbd'); style.setProperty('--from-script', 1)
"""


@pytest.fixture
def usage() -> Usage:
    return usage_of([PAGE, '<i class="on-one-page-only"></i>'], [SCRIPT])


def purged(css: str, usage: Usage) -> str:
    return purge([Sheet("x.css", css)], usage)


def joined(css: str) -> str:
    return join([Sheet("x.css", css)])


KEPT = [
    ".on-one-page-only{a:b}",
    ".set-by-script{a:b}",
    ".state--open{a:b}",
    "[data-plan-open=yes]{a:b}",
    "[aria-expanded=true]{a:b}",
    "kbd{a:b}",
    "#top .used:hover::before{a:b}",
    "*{a:b}",
    ":root{a:b}",
    "tr.in-template b.deep{a:b}",
    "p[hidden]{a:b}",
    'input[type="checkbox"]{a:b}',
    "[type^=check]{a:b}",
    "[class~=used]{a:b}",
    "[lang|=lv]{a:b}",
    "[*|viewbox]{a:b}",
    "ns|p{a:b}",
    "[ns|hidden]{a:b}",
    "linearGradient{a:b}",
    "p[open]{a:b}",
    ":is(.no,.used) p{a:b}",
    "p:not(.no){a:b}",
    "p:has(>.used){a:b}",
    "p:nth-child(odd){a:b}",
    "p:lang(xx){a:b}",
    "::selection{a:b}",
    "@media print{.used{a:b}}",
    "@supports (display:grid){@media (width>1px){.used{a:b}}}",
    "@media print{@container page (min-width:78rem){.used{a:b}@starting-style{.used{c:d}}}}",
    "@layer one,two;",
    "@layer one{.used{a:b}}",
    "@container c (width>1px){.used{a:b}}",
    "@page :first{margin:1cm}",
    ".used{&:hover{a:b}.other &{c:d}@media print{e:f}}",
]
CUT = [
    ".no{a:b}",
    "#no{a:b}",
    "aside{a:b}",
    ".used .no{a:b}",
    ".used>aside{a:b}",
    ".used.no{a:b}",
    "[data-no]{a:b}",
    "[dir=rtl] .used{a:b}",
    "input[type=radio]{a:b}",
    "[data-no^=x]{a:b}",
    ":is(.no,aside) p{a:b}",
    "p:has(>.no){a:b}",
    ":where(.no){a:b}",
    "@media print{.no{a:b}}",
    "@media print{@container page (min-width:78rem){.no{a:b}}}",
    "@supports (display:grid){@media (width>1px){.no{a:b}}}",
    "@layer{.no{a:b}}",
    ".used{}",
    ".no{.used{a:b}}",
    ".used{.no{a:b}}",
]


@pytest.mark.parametrize("css", KEPT)
def test_a_rule_stays_if_everything_it_names_occurs(css: str, usage: Usage) -> None:
    assert purged(css, usage) == css


@pytest.mark.parametrize("css", CUT)
def test_a_rule_goes_if_something_it_names_occurs_nowhere(css: str, usage: Usage) -> None:
    assert purged(css, usage) == ""


def test_without_a_script_its_words_stand_for_nothing() -> None:
    assert purged(".set-by-script,.state--open,[aria-expanded]{a:b}", usage_of([PAGE], [])) == ""


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".no,.used,aside{a:b}", ".used{a:b}"),
        (".used{a:b;.no{c:d}&:hover{e:f}}", ".used{a:b;&:hover{e:f}}"),
        ("@layer one{.no{a:b}}@layer two{.used{a:b}}", "@layer one;@layer two{.used{a:b}}"),
        ("@media print{.used{a:b}.no{c:d}}", "@media print{.used{a:b}}"),
        ("@keyframes spin{to{a:b}}.no{animation:spin 1s}", ""),
        ("@keyframes spin{to{a:b}}.used{animation:1s spin}", "@keyframes spin{to{a:b}}.used{animation:1s spin}"),
        ('@keyframes "spin"{to{a:b}}.used{animation-name:"spin"}', '@keyframes "spin"{to{a:b}}.used{animation-name:"spin"}'),
        ('@font-face{font-family:"One Font";src:local(x)}', ""),
        (
            "@font-face{font-family:'One Font';src:local(x)}.used{font:1em One Font}",
            '@font-face{font-family:"One Font";src:local(x)}.used{font:1em One Font}',
        ),
        ("@font-face{font-family:One Font;src:local(x)}", "@font-face{font-family:One Font;src:local(x)}"),
        (":root{--a:1;--b:2}.used{c:var(--a)}", ":root{--a:1}.used{c:var(--a)}"),
        (":root{--a:var(--b);--b:var(--c);--c:1}", ""),
        (":root{--a:1}.no{c:var(--a)}", ""),
        (":root{--from-script:1}", ":root{--from-script:1}"),
        ("@property --a{syntax:'*';inherits:false}", ""),
        (
            '@property --a{syntax:"*";inherits:false}.used{b:var(--a)}',
            '@property --a{syntax:"*";inherits:false}.used{b:var(--a)}',
        ),
        ("@container style(--a:1){.used{b:c}}:root{--a:1}", "@container style(--a:1){.used{b:c}}:root{--a:1}"),
    ],
)  # fmt: skip
def test_only_the_unused_part_goes(css: str, left: str, usage: Usage) -> None:
    assert purged(css, usage) == left


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("/* a */ .a , .b > p {\n  color : red ;\n}\n", ".a,.b>p{color:red}"),
        (".a .b{margin:calc( 1px + 2px ) auto!important}", ".a .b{margin:calc(1px + 2px) auto!important}"),
        ('@charset "utf-8";.a{b:"x  , y"}', '.a{b:"x  , y"}'),
        (".a{--x:;--y: ;}", ".a{--x: ;--y: }"),
        ("@media screen  and ( min-width:1px ) { .a { b : c } }", "@media screen and (min-width:1px){.a{b:c}}"),
        (".md\\:a{b:c}", ".md\\:a{b:c}"),
        ("a/**/b{c:d}", "a/**/b{c:d}"),
        (".a{b:url(data:image/x)}", ".a{b:url(data:image/x)}"),
        ("@keyframes x { from , 50% { a : b } to { c : d } }", "@keyframes x{from,50%{a:b}to{c:d}}"),
    ],
)
def test_what_says_nothing_is_left_out(css: str, short: str) -> None:
    assert joined(css) == short


def test_a_purged_sheet_purged_again_is_the_same(usage: Usage) -> None:
    css = "".join(KEPT)
    assert purged(purged(css, usage), usage) == purged(css, usage) == css


def test_sheets_are_joined_in_the_order_given() -> None:
    assert join([Sheet("b.css", ".b{x:y}"), Sheet("a.css", ".a{x:y}")]) == ".b{x:y}.a{x:y}"


@pytest.mark.parametrize("form", ["url(../images/a.svg)", 'url("../images/a.svg")', "url('../images/a.svg')"])
def test_a_picture_is_asked_for_under_its_published_name(form: str) -> None:
    sheet = Sheet("x.css", f".a{{b:{form} no-repeat,c}}", {"../images/a.svg": "images/a.123.svg"})
    assert join([sheet]) == '.a{b:url("images/a.123.svg") no-repeat,c}'


@pytest.mark.parametrize(
    ("css", "line"),
    [
        (".a{\n b:url(../no.svg)}", 2),
        ("\n@import 'x.css';", 2),
        (".a{b:c}\n\n}", 3),
        (".a{b c}", 1),
        (".a{b:url(https://example.org/x.png)}", 1),
    ],
)
def test_what_browsers_would_not_read_as_meant_is_said_with_its_line(css: str, line: int) -> None:
    with pytest.raises(StyleSheetError, match=f"^x.css:{line}: "):
        joined(css)


def test_marks_of_a_page() -> None:
    assert page_marks('<p class="a b" id="c" Data-X="Y">') >= {"p", ".a", ".b", "#c", "[data-x", "[data-x=Y", "[class"}
    assert page_marks("") <= {"html", "head", "body"}


def test_words_of_a_script() -> None:
    assert script_words("x.dataset.itemDigest; 'plan__item--done'; $a_1") >= {
        "itemDigest", "item-digest", "data-item-digest", "plan__item--done", "done", "a_1",
    }  # fmt: skip
