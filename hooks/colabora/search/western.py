"""English, German, French and Spanish: the endings of nouns, adjectives and regular verbs, and the irregular words in use."""

from __future__ import annotations

from colabora.search.paradigms import EndingClass, Paradigms, join, read_groups, split, unique

DOUBLED = tuple((one, one * 2) for one in "bdglmnprt")
ENGLISH = Paradigms(
    classes=(
        EndingClass(split("- s")),
        EndingClass(split("- s ed ing")),
        EndingClass(split("e es ed ing")),
        EndingClass(split("ed ing"), alternating=DOUBLED),
        EndingClass(
            split("- s ed ing"), alternating=DOUBLED, only=split("n nn p pp t tt g gg l ll r rr d dd b bb m mm")
        ),
        EndingClass(split("y ies ied ying ier iest"), 2),
        EndingClass(split("- es"), only=split("s x z ch sh o")),
        EndingClass(split("f fe ves"), 2),
    ),
    groups=read_groups("""
        begin began begun beginning · build built · buy bought · bring brought · choose chose chosen choos · find found ·
        give gave given giv · go goes went gone · grow grew grown · hold held · keep kept · know knew known · lead led ·
        leave left leav · lend lent · make made mak · meet met · pay paid · run ran runn · sell sold · sit sat sitt ·
        speak spoke spoken · spend spent · take took taken tak · teach taught teaches · tell told · think thought ·
        write wrote written writ · person people · child children · woman women · man men · small smaller smallest ·
        large larger largest · old older oldest · new newer newest · cheap cheaper cheapest · low lower lowest ·
        big bigger biggest · long longer longest · free freer · good better best · high higher highest · draw drew drawn ·
        set sett · let lett · put putt · send sent · get got gett · show shown showed · win won winn · come came com ·
        break broke broken · feel felt · lose lost los · mean meant · rise rose risen ris · see saw seen · stand stood
    """),
    group_endings=split("- s ing"),
)

GERMAN_NOUN = split("- e en er ern es s n ens em")
GERMAN_ADJECTIVE = join(("", "er", "st", "est"), split("- e en er es em"))
GERMAN = Paradigms(
    classes=(
        EndingClass(GERMAN_NOUN),
        EndingClass(split("- nen")),
        EndingClass(split("- se ses sen"), only=("nis",)),
        EndingClass(split("um en ums"), 3),
        EndingClass(GERMAN_ADJECTIVE),
        EndingClass(split("el le len ler les lem"), 3),
        EndingClass(
            split("en n e st t est et te ten test tet ete eten end ende enden ender endes endem"),
            circumfixed=join(("t", "et"), split("- e en er es em")),
        ),
        EndingClass(split("ieren iere ierst iert ierte ierten ierend ierung ierungen"), 3),
    ),
    groups=read_groups("""
        find fand gefund · geb gib gab gegeb · nehm nimm nahm genomm · biet bot gebot · beginn begann begonn ·
        schreib schrieb geschrieb · treff triff traf getroff · sprech sprich sprach gesproch · helf hilf half geholf ·
        entscheid entschied · geh ging gegang · komm kam gekomm · bleib blieb geblieb · halt hielt gehalt ·
        trag trug getrag · zieh zog gezog · vergleich verglich · schliess schloss geschloss · les lies gelesen las ·
        bring brach gebrach · denk dach gedach · wiss weiss wuss gewuss · steh stand gestand · lass liess gelass ·
        les lies las geles · seh sieh sah geseh · lauf lief gelauf · fahr fuhr gefahr · gewinn gewann gewonn ·
        mensch · verlier verlor · besitz besass besess · sitz sass gesess · werd wird wurd geword · hab hat hatt gehab
    """),
    group_endings=split("- e en er es em t st et te ten"),
    prefixes=split("ab an auf aus be bei ein ent er her hin mit nach um unter uber ver vor zu teil"),
)

FRENCH_ER = split("""er e es ee ees ons ez ent ais ait ions iez aient erai eras era erons erez eront erais erait erions
    eriez eraient ant eons eait eaient eant""")
FRENCH_IR = split("""ir i is it ie ies issons issez issent issais issait issaient issant irai iras ira irons irez iront
    irait iraient isse issions""")
FRENCH_RE = split("re s - ons ez ent ais ait aient u ue us ues rai ras ra rons rez ront rait raient ant e es")
FRENCH = Paradigms(
    classes=(
        EndingClass(split("- s e es")),
        EndingClass(split("- x")),
        EndingClass(split("al aux ale ales"), 2),
        EndingClass(split("ail aux"), 4),
        EndingClass(split("if ifs ive ives")),
        EndingClass(split("eux euse euses")),
        EndingClass(split("eur eurs euse euses")),
        EndingClass(split("teur teurs trice trices"), 2),
        EndingClass(split("- s le les"), only=split("el eil l")),
        EndingClass(split("- s ne nes"), only=split("en on")),
        EndingClass(split("- s te tes"), only=("et",)),
        EndingClass(split("er ers ere eres")),
        EndingClass(FRENCH_ER),
        EndingClass(FRENCH_IR),
        EndingClass(FRENCH_RE, only=split("nd rd mp t")),
        EndingClass(split("yer ie ies ient yons yez ye yes yee yees yant iera ieront yait"), 2),
    ),
    groups=read_groups("""
        prend prendr pren prenn pri · fai fais font fer fait · mett met mi mettr · ouvr ouvert ouvrir · pouv pouvoir peu
        peuv pu pourr · voir voi voy vu verr · ven vien vienn viendr venu · ten tien tienn tiendr tenu · ecri ecriv ecrir ·
        recev recevoir recoi recoiv recu · constrain · construi construis construir · savoir sav sai su saur ·
        vouloir veu veul voul voudr · devoir doi doiv dev du devr · connai conn connaiss connu connaitr · vend vendr vendu ·
        suiv sui suivr suivi · dire dis dit disen · part parti partir · offr offert offrir · crois croiss cru croitr ·
        ache achet achete · appel appell appele · lev leve · men mene
    """),
    group_endings=split("- s e es x t d ds ent ons ez ait aient a ont ant ra ront er ee ees re se ses"),
    prefixes=split("re r ap com sou sur entre main ob re ac"),
)

SPANISH_AR = split("""ar arse o as a amos ais an e es emos en aste asteis aron aba abas abamos aban are aras ara aremos
    aran aria arian ando andose ado ada ados adas""")
SPANISH_ER = split("""er ir erse irse o es e emos imos eis en i iste imos ieron io ia ias iamos ian iendo ido ida idos
    idas a as amos an ere eras era eremos eran eria erian ire iras ira iremos iran iria irian""")
SPANISH = Paradigms(
    classes=(
        EndingClass(split("- s")),
        EndingClass(split("- es a as"), only=split("l n r d j y s")),
        EndingClass(split("o a os as")),
        EndingClass(split("z ces"), 2),
        EndingClass(SPANISH_AR, alternating=(("c", "qu"), ("g", "gu"), ("z", "c"))),
        EndingClass(SPANISH_ER, alternating=(("c", "zc"), ("g", "j"))),
    ),
    groups=read_groups("""
        empez empiez empec empiec · encontr encuentr · cont cuent · cerr cierr · prob prueb · mostr muestr · pod pued pud
        podr · quer quier quis querr · ten teng tien tuv tendr · hac hag hic hiz hech har · pon pong pus puest pondr ·
        dec dic dig dij dich dir · ven veng vien vin vendr · sab sup sabr · conoc conozc · constru construy · abr abiert ·
        escrib escrit · eleg elig elij · ped pid · segu sigu sig · med mid · serv sirv · recomend recomiend · pens piens ·
        acord acuerd · apost apuest · volv vuelv vuelt · mov muev · ofrec ofrezc · reun · inclu incluy · cost cuest ·
        prefer prefier prefir · invert inviert invirt · promov promuev
    """),
    group_endings=unique(("", *SPANISH_AR, *SPANISH_ER)),
    prefixes=split("re des com dis man con sos de ob pro"),
)
