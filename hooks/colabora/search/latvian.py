"""Latvian: six declensions, adjectives with their definite and compared forms, three conjugations with participles.

The first conjugation is a closed class whose stems change (*pirkt, pērku, pircis*) and is listed; so is the part of the
third that ends in -ēt. Of these the list has what the guide uses and some more.
"""

from __future__ import annotations

from colabora.search.paradigms import EndingClass, Paradigms, join, read_groups, split, unique

INDEFINITE = split("s a am ai u i iem us os as")
ADJECTIVE = (*INDEFINITE, *split("ais o ajam ajai aja ie ajiem ajos ajas"))
COMPARED = (*ADJECTIVE, *join(("ak",), (*ADJECTIVE, "")))
FUTURE = split("su si s sim siet sit sot sos sies simies sieties sities soties")
FROM_INFINITIVE = unique(
    (
        *split("t tu tos ties sana sanas sanai sanu sanam sanos dams dama dami damas damies"),
        *FUTURE,
        *join(("t",), COMPARED),
    )
)
FROM_PAST = unique((*split("u i a am at os ies as amies aties is ies usies usos usas"), *join(("us",), COMPARED)))
FROM_PRESENT = unique(
    (*split("- u i a am at os ies as amies aties ot oties osies iet ieties"), *join(("os", "am"), COMPARED))
)
FIRST_CONJUGATION = unique((*FROM_INFINITIVE, *FROM_PAST, *FROM_PRESENT))
SOFT = split("a am u i iem us os")
THIRD_IN_ET = split(
    "tur var grib lidz redz vajadz dzird sed stav mil atbild der cer vel peld skan tic kust min drikst prec gul rup"
)
FIRST = """
    audz aug · beidz beig · bil bild bils bilst · brauc brauk · cel · cies ciet · dedz deg · dzer · dzes dzis · dzim
    dzimst · ed es · glab glabj · griez · gul gulst · guv gust gu · jauc jauk · jut jus · kap kapj · kar · kauj kav kau ·
    kla klaj · klau klauj klav · klus klust kluv klu · kop kopj · krit kris · laid lais laiz · lau lauj lav · lauz ·
    lem lemj · liedz lieg · lej lie · lic liec liek lik · ludz lug · mac mak · met mes mez · mirs mirst · nac nak · nem ·
    nes · palic paliec paliek palik · pazi pazij pazin pazist · perc perk pirc pirk · prat pras prot · put pus ·
    rad rod ras rast · sac sak · sauc sauk · sedz seg · sed ses sest · sej se · sien sej sie · skait skais · skar · skir ·
    sledz sleg · slep slepj · sniedz snieg · spej spe · spried spries spriez · stap stop · staj sta · sut sus · suj suv su ·
    sver · tap top · teic teik · tiec tiek tic tik · tilp tilpst · trauc trauk · truc truk trukst · tver · vac vak ·
    veic veik · ver vers · ved ves · vies · velc velk vilk vilc · vij vi · zadz zag zodz zog · zud zus zuz · dod dev dos do ·
    ej gaj ie · buv but bij es · zin zina · dzen dzin dzi · gain · min mij mi · aun auj av au
"""


def verb(vowel: str, *, is_third: bool, shortest: int = 2, only: tuple[str, ...] = ()) -> EndingClass:
    """Return *strād-āt, -āju, -āsim*; of the third conjugation also *dar-u, -i, -a, -ām*."""
    own = join((vowel,), ("", "s", *FROM_INFINITIVE, *join(("j",), (*FROM_PAST, *FROM_PRESENT))))
    bare = join((vowel[:-1],), FROM_PRESENT) if is_third else ()
    return EndingClass(unique((*own, *bare)), shortest, only=only)


PARADIGMS = Paradigms(
    classes=(
        EndingClass(split("- s a am u i iem us os"), 2),
        EndingClass(split("is i im"), 2, soft=SOFT),
        EndingClass(split("us u um i iem os"), 2),
        EndingClass(split("a as ai u am"), 2),
        EndingClass(split("e es ei i em"), 2, soft=("u",)),
        EndingClass(split("s i ij im is"), 3, soft=("u",)),
        EndingClass(split("sanas sanos")),
        EndingClass(COMPARED),
        verb("a", is_third=False),
        verb("ina", is_third=True, shortest=1),
        verb("e", is_third=False),
        verb("e", is_third=True, only=THIRD_IN_ET),
        verb("i", is_third=True),
        verb("o", is_third=False),
    ),
    softened={"t": "s", "d": "z", "p": "pj", "b": "bj", "m": "mj", "v": "vj"},
    groups=read_groups(FIRST),
    group_endings=FIRST_CONJUGATION,
    prefixes=split("aiz ap at ie iz no pa par pie sa uz"),
    marks=("ja", "ne"),
)
