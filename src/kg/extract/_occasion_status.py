"""Whether an event was, is, will be or will not be, from the tense, mood and verbs of its clauses (after FactBank's factuality:
polarity and certainty are read from the governing words, never guessed)."""

from __future__ import annotations

from kg.data.words import event_verbs, reporting
from kg.extract._mood import beyond, unmade
from kg.extract._occasion_clauses import PLACING, Clause, event_verb
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import PartialDate, Token

_RANK = ("", "planned", "held", "ongoing", "postponed", "cancelled")
_UNSURE = frozenset(("may", "might", "could", "can", "should", "must"))


def wished(syntax: Syntax, verb: Token) -> bool:
    """The clause tells a wish, a condition or a possibility: "suggested that they hold a forum", "if the fair is held"."""
    if any(a in _UNSURE for a in syntax.auxiliaries(verb)):
        return True
    if any(m.text.lower() in ("if", "whether", "unless") for m in syntax.children(verb, "mark")):
        return True
    above = syntax.head(verb)
    if (
        _denied(syntax, verb)
        or _hangs_on_if(syntax, verb)
        or (not accepted(syntax, above or verb) and beyond(syntax, verb) not in ("", "missed"))
    ):
        return True
    if verb.dep in ("ccomp", "xcomp", "advcl", "acl") and above is not None:
        if accepted(syntax, above):
            return False
        if above.pos in ("VERB", "NOUN") and syntax.particle(above) in words("wish"):
            return not (verb.dep == "advcl" and verb.tag in ("VBG", "VBN"))
        if verb.dep == "xcomp" and above.lemma.lower() in words("wish"):
            return True
        if verb.dep == "xcomp" and above.pos in ("VERB", "AUX"):
            return wished(syntax, above)
    return False


def _denied(syntax: Syntax, verb: Token) -> bool:
    """ "denied that he had met X", "dismissed reports that the fair had been called off"."""
    above = syntax.head(verb)
    if above is None or verb.dep not in ("ccomp", "xcomp", "acl", "relcl", "pcomp"):
        return False
    if above.pos == "ADP":
        above = syntax.head(above) or above
    if above.pos == "NOUN" and above.lemma.lower() in words("rumour"):
        above = next((t for t in syntax.ancestors(above) if t.pos in ("VERB", "AUX")), above)
    return above.lemma.lower() in words("deny") and not syntax.negated(above)


def _hangs_on_if(syntax: Syntax, verb: Token) -> bool:
    """ "would host the games if elected"."""
    return any(a in ("would", "could") for a in syntax.auxiliaries(verb)) and any(
        m.text.lower() in ("if", "should") for c in syntax.children(verb, "advcl") for m in syntax.children(c, "mark", "aux")
    )


def accepted(syntax: Syntax, noun: Token) -> bool:
    """ "accepted the offer of X to host": an offer that is taken up is a plan."""
    taker = syntax.head(noun)
    if noun.pos != "NOUN" or noun.lemma.lower() not in words("wish") or taker is None:
        return False
    if noun.dep == "pobj":  # "agreed to its proposal"
        taker = syntax.head(taker)
    return taker is not None and taker.lemma.lower() in words("accept") and not syntax.negated(taker) and taker.tag in ("VBD", "VBN", "VBZ")


def future(syntax: Syntax, verb: Token) -> bool:
    """ "will be held", "is to open", "is due to meet", "planned to hold"; "would" under a verb of saying is a future told in the past."""
    aux = [*syntax.auxiliaries(verb), *(a for t in syntax.children(verb, "auxpass") for a in syntax.auxiliaries(t))]
    if any(a in ("will", "'ll", "’ll", "shall", "would") for a in aux):
        return True
    if "to" in aux and (verb.dep in ("ROOT", "relcl", "appos") or (verb.dep in ("acl", "advcl") and "be" in aux)):
        return True  # "Lomé to host fair", "a fair, to be held in Lomé"
    above = syntax.head(verb)
    if verb.dep == "advcl" and verb.tag in ("VBZ", "VBP") and above is not None and _when(syntax, verb) and future(syntax, above):
        return True  # "would sign it when she travels to Lomé in May"
    if "to" in aux and above is not None and verb.dep in ("xcomp", "advcl", "relcl", "acl", "ccomp", "conj", "acomp"):
        lemma = above.lemma.lower()
        if (
            lemma == "be"
            or lemma in words("ahead")
            or syntax.particle(above) in words("ahead")
            or lemma in ("intend", "agree", "decide", "promise", "go")
            or accepted(syntax, above)
        ):
            return True
        if any(c.text.lower() in words("ahead") for c in syntax.children(above, "acomp")):
            return True
    if (
        verb.dep == "conj"
        and aux in ([], ["to"])
        and above is not None
        and above.pos in ("VERB", "AUX")
        and (verb.tag in ("VB", "VBN") or (verb.tag == "VBP" and syntax.child(verb, "nsubj") is None))
    ):
        return future(syntax, above)
    return False


def _when(syntax: Syntax, verb: Token) -> bool:
    """Whether a clause tells the time of another one."""
    return any(t.text.lower() in ("when", "before", "after", "once", "until") for t in syntax.children(verb, "mark", "advmod"))


def _meant_to(syntax: Syntax, verb: Token) -> bool:
    """ "had been expected to attend the forum", "was due to speak at it": what became of the forum is told elsewhere."""
    above = syntax.head(verb)
    if above is None or verb.dep not in ("xcomp", "acomp", "ccomp") or "would" in syntax.auxiliaries(verb):
        return False
    if above.pos == "ADJ":
        above = syntax.head(above) or above
    return above.tag == "VBD" or any(a in ("was", "were", "had") for a in syntax.auxiliaries(above))


def clause_status(syntax: Syntax, clause: Clause) -> str | None:
    """The status one clause gives the event; "" where it tells none, None where it denies the event or only wishes it."""
    verb = clause.verb
    lemma = verb.lemma.lower()
    phrase = event_verb(syntax, verb)
    record = event_verbs().get(phrase)
    acts = clause.role in ("subject", "patient")
    aux = syntax.auxiliaries(verb)
    coming = future(syntax, verb)
    particle = syntax.particle(verb)
    if _denied(syntax, verb):
        return None
    if clause.role == "patient" and not syntax.negated(verb):
        if particle in words("called-off") or (record is not None and record.status == "cancelled" and not record.role):
            return "cancelled"
        put_off = particle in words("put-off") or (record is not None and record.status == "postponed")
        if put_off and (particle != "move" or _moved(syntax, verb)):
            return "postponed"
    if clause.role == "subject" and particle in words("falls-through") and not syntax.negated(verb) and not wished(syntax, verb):
        return "cancelled"  # "fell through"
    if wished(syntax, verb) or (clause.role in ("patient", "oblique") and unmade(syntax, verb, clause.prep)):
        return None
    if syntax.negated(verb):
        held = record is not None and record.status == "held" and (record.role == "organizer" or not record.role)
        return "cancelled" if acts and ((coming and held) or _fell_through(syntax, verb, phrase)) else None
    if acts and (lemma in words("ahead") or any(c.text.lower() in words("ahead") for c in syntax.children(verb, "acomp"))):
        return "planned"
    if coming:
        if clause.role == "subject" and record is None and "would" in aux and lemma not in words("ahead") and verb.lemma != "be":
            return ""  # "the session would help them", said of one that is over
        beside = clause.role == "oblique" or (record is not None and record.role not in ("", "organizer", "opener"))
        return "" if beside and _meant_to(syntax, verb) else "planned"
    if clause.role == "oblique" and clause.prep == "to" and lemma == "invite":
        passive = syntax.child(verb, "auxpass") is not None
        if (not passive and syntax.children(verb, "dobj")) or (passive and not {"was", "were", "had"} & set(aux)):
            return "planned"
    due = any(c.text.lower() in words("ahead") for c in syntax.children(verb, "acomp"))
    now = bool({"is", "are"} & {verb.text.lower(), *aux})
    if clause.role == "oblique" and clause.prep in ("for", "on") and now and (due or lemma in ("expect", "await")):
        return "planned"  # "is due in Skopje for talks", "is expected in Skopje for talks"
    if clause.role == "oblique" and (due or lemma in words("ahead") or (record is not None and record.role == "invited")):
        return ""
    if clause.role == "oblique" and clause.prep not in (*PLACING, "for", "to", "after"):
        return ""
    done = any(a in ("was", "were", "had", "has", "have", "did", "been") for a in aux)
    past = verb.tag == "VBD" or done or (verb.tag == "VBN" and not aux)
    held_now = verb.tag == "VBN" and "being" in syntax.auxiliaries(verb) and lemma not in words("prepares")
    running = (verb.tag == "VBG" or held_now) and any(a in ("is", "are", "'s", "’s") for a in syntax.auxiliaries(verb))
    if clause.role == "self":
        if after_it(syntax, verb):
            return "held"
        return "ongoing" if running else "held" if past else ""
    if clause.role == "oblique":
        if clause.prep in ("on", "for") and verb.lemma == "be" and verb.tag in ("VBZ", "VBP"):
            return "ongoing"
        if clause.prep in ("for", "to", "on", "in", "within") and (record is None or (record.object != "event" and clause.prep != "in")):
            told = lemma in reporting() and clause.prep == "in"
            return "held" if past and told else ""
        return "held" if past and verb.tag != "VB" else ""
    if lemma in words("tells") and clause.role == "patient":
        return "held" if past and syntax.child(verb, "nsubjpass") is None else ""  # "told the forum"
    if past and (particle in words("ends") or particle in words("starts")):
        return "held"
    if lemma in words("light") and clause.role == "patient" and not (record is not None and record.role):
        return "held" if past else ""
    if record is None:
        return "held" if past and clause.role == "subject" and verb.tag in ("VBD",) and verb.pos == "VERB" else ""
    if running and (record.object == "event" or not record.role):
        return "ongoing"
    if past:
        if record.status == "ongoing" and clause.role == "subject":
            return "held" if verb.tag != "VBG" else "ongoing"
        return "held" if record.object == "event" or not record.role else ""
    if verb.tag == "VBG" and verb.dep == "advcl" and clause.role == "subject" and record.status in ("ongoing", "held"):
        return ""
    return ""


def _fell_through(syntax: Syntax, verb: Token, phrase: str) -> bool:
    """ "The meeting did not take place", "did not come off", "was not held": not "no meeting took place", "has not been held yet"."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    none = subject is not None and any(t.text.lower() in ("no", "neither", "nor") for t in syntax.children(subject))
    now = any(t.text.lower() in ("yet", "since", "ever", "always") for t in syntax.children(verb, "advmod", "prep"))
    goes = phrase in ("take place", "happen", "occur", "hold", "go ahead") or syntax.particle(verb) in ("come off",)
    goes = goes or (verb.lemma.lower() in ("go", "come", "materialise", "materialize", "proceed") and any(
        t.text.lower() in ("ahead", "off", "about") for t in syntax.children(verb, "advmod", "prt", "acomp")))  # fmt: skip
    goes = goes or verb.lemma.lower() in ("materialise", "materialize")
    past = verb.tag == "VBD" or bool({"did", "was", "were"} & set(syntax.auxiliaries(verb)))  # "never took place"
    return goes and not none and not now and past


def another_time(syntax: Syntax, verb: Token) -> bool:
    """ "was first held in 1998", "was last staged in Suva", "is usually held in May": of other editions than the one spoken of."""
    return any(t.text.lower() in words("another-time") and t.i < verb.i for t in syntax.children(verb, "advmod"))


def after_it(syntax: Syntax, verb: Token) -> bool:
    """ "after meeting X in Y, Z said": what came before something that has happened."""
    if verb.tag != "VBG" or verb.dep not in ("pcomp", "advcl") or syntax.auxiliaries(verb):
        return False
    over = syntax.head(verb)
    words_ = [m.text.lower() for m in syntax.children(verb, "mark")]
    if over is not None and verb.dep == "pcomp":
        words_.append(over.text.lower())
        over = next((t for t in syntax.ancestors(over) if t.pos in ("VERB", "AUX")), None)
    return over is not None and over.tag == "VBD" and bool({"after", "following", "upon"} & set(words_))


def _moved(syntax: Syntax, verb: Token) -> bool:
    """ "has been moved to 8 October", not "was moved to a larger hall"."""
    return any(
        date.start <= target.start < date.end
        for _, target in syntax.prepositions(verb, "to", "until", "till", "from")
        for date in syntax.doc.dates
    )


def merged(told: list[str]) -> str:
    """The strongest status of one mention's clauses."""
    return max(told, key=_RANK.index, default="")


def compare(a: PartialDate, b: PartialDate) -> int | None:
    """-1, 0, 1 for earlier, the same, later; None where the parts told do not decide."""
    for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)):
        if x is None or y is None:
            return None
        if x != y:
            return -1 if x < y else 1
    return 0


def by_date(start: PartialDate | None, end: PartialDate | None, published: PartialDate | None) -> str:
    """Past, present or to come, from the event's dates against the article's; "" where they do not decide."""
    if published is None:
        return ""
    if start is not None and compare(start, published) == 1:
        return "planned"
    if end is not None and compare(end, published) in (0, 1):
        return "ongoing" if start is None or compare(start, published) in (-1, 0) else ""
    if end is not None and compare(end, published) == -1:
        return "held"
    if end is None and start is not None and compare(start, published) == -1:
        return "held"
    return ""
