"""English words with a capital that are no name, and words that tell what a name is."""

from __future__ import annotations

from collections.abc import Iterable

import regex

__all__ = [
    "DIRECTIONS",
    "HEADS",
    "NO_NAMES",
    "ORGANISATIONS",
    "PARTICLES",
    "PLACES",
    "RANKS",
    "SHIPS",
    "TITLES",
    "Vocabulary",
    "is_frequent",
]

NO_NAMES = frozenset(
    """
    Apr April Aug August Dec December Dr Email English Feb February Fri Friday I Internet Jan
    January Jul July Jun June Mar March May Mon Monday Mr Mrs Ms Nov November Oct October Ok Retd
    Sat Saturday Sep Sept September Sun Sunday Thu Thur Thurs Thursday Tue Tues Tuesday Web Wed
    Wednesday
    """.split()
)
"""Capitalised wherever they stand."""

DIRECTIONS = frozenset(
    """
    Central East Eastern Greater Lower North Northeast Northern Northwest South Southeast Southern
    Southwest Upper West Western
    """.split()
)
"""No name by themselves, and the beginning of many."""

TITLES = frozenset(
    """
    Acting Activist Actor Additional Adm Admiral Adviser Advisor Affairs Air Ambassador Analyst
    Archbishop Assistant Attorney Author Ayatollah Bishop Brig Brigadier Capt Captain Cardinal Chair
    Chairman Chairperson Chairwoman Chancellor Chief Cmdr Coach Col Colonel Commander Commissioner
    Commodore Congressman Congresswoman Conservative Constable Consul Coroner Corporal Councillor
    Counsellor Dame Dean Defence Defense Democrat Democratic Deputy Det Detective Director Doctor Dr
    Economist Editor Emir Emperor Envoy Executive External Father Field Finance Flight Foreign
    Former Gen General Gov Governor Group Havildar Head Historian Home Imam Insp Inspector Interior
    Joint Journalist Judge Justice King Labour Lady Lance Lawmaker Lawyer Leader Lieutenant Lord Lt
    Maj Major Manager Marshal Maulana Mayor Minister Miss Mla Mp Mr Mrs Ms Mufti Mullah Naik
    National Officer Opposition Petty Pope Premier President Prime Prince Princess Prof Professor
    Queen Rabbi Rapper Rear Rep Representative Republican Rev Reverend Saint Secretary Security Sen
    Senator Sergeant Sgt Shaikh Sheikh Sheriff Shri Singer Sir Smt Speaker Spokesman Spokesperson
    Spokeswoman Squadron State Subedar Sultan Superintendent Then Tory Treasurer Under Union Vice
    Wing
    """.split()
)
"""Before a person's name, and no part of it."""

RANKS = frozenset(
    "Adm Brig Capt Cmdr Col Det Dr Gen Gov Insp Lt Maj Mr Mrs Ms Prof Rep Rev Sen Sgt".split()
)
"""All before these, too, is no part of a person's name: ``Lifeguard Capt. Giles``."""

ORGANISATIONS = frozenset(
    """
    Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority Bank
    Board Brigade Brothers Bureau Cabinet Center Centre Chamber Church Club Co College Command
    Commission Committee Company Complex Confederation Conference Congress Consortium Consulate
    Convention Cooperation Corp Corporation Corps Council Court Department Directorate Division
    Embassy Enterprise Enterprises Exchange Federation Fleet Force Forces Forum Foundation Front
    Fund Gazette Group Guard Guards Herald High Holdings Hospital Inc Industries Industry Initiative
    Institute Institution Intelligence International Investigation Journal Laboratories Laboratory
    League Limited Ltd Mail Ministry Mission Mosque Movement Museum Navy Network News Office
    Organisation Organization Parliament Partners Party Police Post Press Project Regiment
    Resistance Review School Senate Service Services Society Studies Supreme Systems Taskforce Team
    Technologies Technology Telegraph Television Temple Times Tribunal Tribune Trust Union
    University Wing Workshop
    """.split()
)
"""In the name of an organisation."""

PLACES = frozenset(
    """
    Airport Avenue Base Basin Bay Beach Bridge Canal Cape City Coast Corridor County Creek Dam Delta
    Desert District Division Fort Garden Gardens Gate Glacier Gulf Harbor Harbour Highway Hill Hills
    House Island Islands Isle Kingdom Lake Mount Mountain Mountains Ocean Park Pass Peak Peninsula
    Plateau Port Province Range Reef Region Republic Ridge River Road Sea Shoal Square Station
    Strait Street Territory Town Valley Village
    """.split()
)
"""In the name of a place."""

SHIPS = frozenset("INS HMS USS MV MT PNS ICGS HMAS USNS RFA CNS JS FS BNS SLNS".split())
"""Before the name of a ship, and a part of it."""

HEADS = frozenset(
    """
    Accord Act Agreement Battle Bill Book Bureaucracy Chamber Charter Chief Chiefs Code Declaration
    Duke Earl Faculty Gazette Government Governor House Houses Joint Law Laws Lieutenant Line List
    Member Order Pact Palace Panel Prince Protocol Rights Rule Rules Secretary Siege Staff State
    States Tower Treaty Union War
    """.split()
)
"""A name may go on with "of" behind these, too."""

PARTICLES = frozenset(
    "abu al bin bint da das de del della den der di dos du e el es i ibn la le ud ul ur van von "
    "y".split()
)
"""Small words inside names of persons and places."""

# First words of sentences, and words of headings.
_FREQUENT = frozenset(
    """
    a about above according across actually added after afterwards again against ago agreed ahead
    all allegedly almost alone along already also although always am amid among an analysts and
    announcing annual another any anyone anything apart are around as aside ask asked asking at
    author away back bad based be because become been before began behind being below besides best
    better between beyond big billion blog both bottom bring brought but by call called came can
    case category certainly change click close comment comments common compare consider contact
    content copyright could courtesy credit critics current daily day days dear despite did
    different discover do does done down download due during each earlier early either else end
    enough especially even eventually ever every everyone everything evidence exactly example except
    experts explore far few fewer finally find first five follow following for forget four free
    fresh from full further furthermore gallery general get given giving go going good got great had
    half hardly has have having he hear help hence her here hers high him his hold home hopefully
    how however hundreds i if illustration image images imagine important in including increasingly
    indeed initially inside instead interestingly into is it its itself join just keep key know
    known last late later latest latter learn least left less let like likewise little local long
    look looking made main mainly major make making man many map may maybe me mean meanwhile media
    meet men menu might million mind minister more moreover most mostly move much must my myself
    name namely near nearly need neighbour neighbours neither never nevertheless new news next nice
    nine no nobody none nor not notably note notes nothing now nowadays number observers obviously
    of off officials often old on once one ones only open or other others otherwise our out over
    overall own page part past people perhaps photo photos pic picture pictures place play please
    police post posts president previous previously prior privacy probably protest put quite rather
    rating read reader reading really recent recently regarding related remember report reported
    reports respectively right rise risk role rule run said same save saw say says search second see
    seen send set seven several shall share she short should show similarly simply since six skip
    small so some somebody someone something sometimes soon source sources speak special start state
    statement still stop story strategic strong such suddenly supporters sure surely table tag take
    tell ten terms than thank thanks that the their them then there thereafter therefore these they
    thing things think third this those though thousands three through throughout thus ties till
    time times title to today together tomorrow tonight too top toward towards try two under
    unfortunately unless unlike until up update updates upon us use used using usually various very
    via video view views visit want war was watch way we website week weeks welcome well went were
    what whatever when whenever where whereas wherever whether which while who whoever whole whom
    whose why will with within without women words work world worth would write writer written year
    years yes yesterday yet you young your yours zero
    """.split()
)

_SHORT = 4

# Hardly any name of a person or place ends so, if it has seven letters or more: but Ahmed, Vance,
# Kelly, Beijing do.
_ENDING = regex.compile(
    r"\p{L}{4,}(?:[tsc]ions?|ments?|ness|[bcdfghkmnprstvwxz]ly|ally|ity|ities|ous|ives?|ables?|isms?"
    r"|ances?|ences?|ships?|ists?|less|ful|ical|ologies|ology|tures?|bility|\p{L}[bdfghklnprstvw]ing"
    r"|(?:at|ct|nt|st|it|rt|is|iz|uc|ur|in|nd|rd|ck|rg|ng|as|os)ed)"
)
_LOWER_CASE = regex.compile(r"(?<![\p{L}\p{N}’'.-])\p{Ll}[\p{Ll}’']*+(?![\p{L}\p{N}])")
_POSSESSIVE = regex.compile(r"['’]s?$")


def is_frequent(word: str) -> bool:
    """Whether a word begins many sentences and no name."""
    return word.casefold() in _FREQUENT


class Vocabulary:
    """Which English words are everyday words: those that some text has in small letters.

    Args:
        texts: English texts; the more, the better.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = {word for text in texts for word in _LOWER_CASE.findall(text)}
        self._words = _FREQUENT | words | {_POSSESSIVE.sub("", word) for word in words}

    def is_telling(self, word: str) -> bool:
        """Whether a word is everyday, or tells what a name is of: it says something."""
        return word in ORGANISATIONS or word in PLACES or self.is_ordinary(word)

    def is_ordinary(self, word: str) -> bool:
        """Whether a capitalised word is no name by itself."""
        word = word.casefold()
        parts = word.split("-")
        return (
            word in self._words
            or _ENDING.fullmatch(word) is not None
            or (len(word) > _SHORT and word.endswith("s") and word[:-1] in self._words)
            or (len(parts) > 1 and all(part in self._words for part in parts))
        )
