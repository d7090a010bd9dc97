"""Rules of parity: how each disagreement between a translation and its English section is worded."""

from __future__ import annotations

from colabora.problems import quote, rule


@rule("parity-heading")
def heading_differs(what: str) -> tuple[str, str]:
    """Keep the headings of the English page with their ids, levels and order.

    Bad: `## Izmaksas {#izmaksas}` for `## Costs {#costs}`

    Good: `## Izmaksas {#costs}`
    """
    return what, "give the translation the headings of the English page, with the same ids, in the same order"


@rule("parity-front-matter")
def front_matter_differs(what: str) -> tuple[str, str]:
    """Translate every text of the front matter, every entry of a list.

    Bad: three `key_points` for the four of the English lesson

    Good: four
    """
    return what, "translate every text of the English front matter, one for one"


@rule("parity-item")
def item_differs(what: str) -> tuple[str, str]:
    """Keep items and choices with their ids, in their order.

    Bad: an item of the English list that is not in the translation

    Good: `- [ ] Izmēriet interneta ātrumu {#internet-speed}`
    """
    return what, "keep the items of the English section with the same ids, in the same order"


@rule("parity-answer")
def answer_differs(what: str) -> tuple[str, str]:
    """Leave right answers to the English page, from which they are inherited.

    Bad: `- [x] 200 cilvēku seko lapai {#followers}` where the right answer is `{#signed}`

    Good: `- [ ] 200 cilvēku seko lapai {#followers}`
    """
    return what, "write “- [ ]” before every choice: right answers are inherited from the English page"


@rule("parity-block")
def block_differs(what: str) -> tuple[str, str]:
    """Keep the blocks of the English section with their names and ids, in their order.

    Bad: a sentence of own reasoning outside of `/// own-reasoning`

    Good: the block around the same sentences as in English
    """
    return what, "keep the blocks of the English section with the same names and ids, in the same order"


@rule("parity-link")
def link_differs(what: str) -> tuple[str, str]:
    """Link to the same pages, cases and terms as the English section.

    Bad: `[pārbaude](../listen/index.md)` for `[Test](../test/index.md)`

    Good: `[pārbaude](../test/index.md)`
    """
    return what, "link to the same page, case or term as the English section"


@rule("parity-picture")
def picture_differs(what: str) -> tuple[str, str]:
    """Show the pictures of the English section.

    Bad: a section without the picture that the English one has

    Good: `![Zāle ar astoņiem galdiem](skola6-hall.jpg)`
    """
    return what, "show the same pictures as the English section"


@rule("parity-source")
def source_differs(what: str) -> tuple[str, str]:
    """Give the sources of the English section, each as often.

    Bad: `15 dalībnieki` for `15 members[^zz-de]`

    Good: `15 dalībnieki[^zz-de]`
    """
    return what, "refer to the same sources as the English section"


@rule("parity-table")
def table_differs(what: str) -> tuple[str, str]:
    """Keep the shape of tables.

    Bad: a table of three rows for an English one of four

    Good: as many rows and columns
    """
    return what, "give every table as many rows and columns as in English"


@rule("parity-list")
def list_differs(what: str) -> tuple[str, str]:
    """Keep every entry of a list.

    Bad: four entries for the five of the English list

    Good: five
    """
    return what, "give the lists of the section as many entries as in English"


@rule("date-as-list")
def date_as_list(number: str) -> tuple[str, str]:
    r"""Begin no paragraph with a number and a full stop: Markdown makes a list of it, and may print another number.

    Bad: `2016. gadā to atvēra.` at the start of a paragraph

    Good: `To atvēra 2016. gadā.`, or `2016\. gadā to atvēra.`
    """
    return (
        f"{quote(number + '.')} at the start of a paragraph begins a list",
        f"write {number}\\. or begin with another word",
    )


@rule("parity-number")
def number_differs(what: str) -> tuple[str, str]:
    """Give the numbers of the English section, written as the language writes them.

    Bad: `1500 €` for `€5,000`; `5.000 €` in Latvian or French

    Good: `5000 €` in Latvian, `5.000 €` in German
    """
    return what, "give the same numbers; an exception goes into docs/en/about/translation-exceptions.yml"


@rule("parity-unit")
def unit_differs(what: str) -> tuple[str, str]:
    """Give the numbers the units of the English section.

    Bad: `90 €` for `90 %`

    Good: `90 %`
    """
    return what, "give the same unit as the English section"


@rule("parity-english")
def english_left(text: str) -> tuple[str, str]:
    """Leave no English sentence in a translation; a title or somebody's own words stand in quotation marks.

    Bad: `The room is free of charge.` in a Latvian page

    Good: `Telpa ir bez maksas.`
    """
    return f"{quote(text)} is English", "translate it"
