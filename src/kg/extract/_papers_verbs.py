"""What a verb says of an agreement that is its object or subject: status by list, mood and negation, and whom it binds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.data import words as lists
from kg.extract import _papers_line as line
from kg.extract import _papers_parties as who
from kg.extract import _papers_row as row
from kg.extract._papers_mood import Mood, mood, reported
from kg.extract._papers_states import parliament, ratifier
from kg.extract._papers_words import of_class, signing
from kg.extract._syntax import Syntax
from kg.types import Mention, Token


@dataclass(frozen=True, slots=True)
class Deed:
    """One clause's word on an agreement. ``base`` is the word's own status, ``status`` that after mood and negation ("" for none)."""

    base: str
    status: str
    verb: Token | None
    parties: tuple[Mention, ...] = ()
    firm: bool = False  # only papers take this word
    reason: str = ""
    noun: Token | None = None  # the deed's noun ("the signing of"), where no verb tells it


def phrases(syntax: Syntax, verb: Token) -> list[str]:
    """The longer names that a verb may have in the list: with particle, preposition and object ("enter into force", "take effect")."""
    lemma = verb.lemma.lower()
    found = [syntax.particle(verb)] if syntax.child(verb, "prt") is not None else []
    found.extend(f"{lemma} {t.text.lower()}" for t in syntax.children(verb, "dobj", "acomp", "attr"))
    for prep in syntax.children(verb, "prep"):
        found.extend(f"{lemma} {prep.text.lower()} {t.text.lower()}" for t in syntax.children(prep, "pobj"))
        if not syntax.children(prep, "pobj"):
            found.append(f"{lemma} {prep.text.lower()}")
    found.extend(f"{lemma} {t.text.lower()}" for t in syntax.children(verb, "advmod"))
    return found


def verb_deeds(syntax: Syntax, mention: Mention, verb: Token, names: list[str], is_object: bool) -> Iterator[Deed]:
    record = next((lists.agreement_verbs()[n] for n in names if n in lists.agreement_verbs()), None)
    if record is None:
        if none_of(syntax, mention, verb) and verb.lemma.lower() in of_class("existing"):
            yield from nothing(syntax, mention, verb)
        elif is_object and verb.lemma.lower() == "have":
            yield from _having(syntax, mention, verb)
        elif not is_object and verb.lemma.lower() in ("come", "follow"):
            if verb.lemma.lower() == "follow" and mood(syntax, verb) == "planned" and not syntax.children(verb, "dobj"):
                yield Deed("signed", "planned", verb, (), True, 'the verb "follow"')
            yield from _coming(syntax, verb)
        return
    lemma = record.lemma
    if record.use == ("intransitive" if is_object else "transitive") and not (not is_object and _headline(syntax, verb)):
        return
    kind = lists.agreement_nouns().get(mention.features.get("noun", "").lower())
    statement = kind is not None and kind.kind == "JointStatement"
    if (
        (lemma in of_class("idle") and not _ratifies(syntax, mention, verb, lemma) and not _talked(syntax, mention, verb, lemma))
        or record.status == "denied"
        or (lemma in of_class("statement") and not (statement or _adopted(syntax, mention, verb)))
    ):
        return  # who opposes an agreement does not deny it; who denies it is read above
    if none_of(syntax, mention, verb):
        yield from nothing(syntax, mention, verb)
        return
    if lemma in of_class("replacing") and not (is_object or syntax.children(verb, "auxpass")):
        return  # the new one
    told = mood(syntax, verb)
    present = verb.tag in ("VBZ", "VBP") and lemma not in of_class("replacing")
    if told == "fact" and record.status == "terminated" and present and not _titled(syntax, verb):
        told = "planned"  # "expires in 2028"
    definite = mention.definite or mention.form in ("name", "acronym", "pronoun")
    active = not syntax.children(verb, "nsubjpass", "auxpass")
    counted = any(w in of_class("counter") for w in mention.text.lower().split())  # "a fourth MoU could not be signed"
    failed = active and told == "negated" and syntax.child(verb, "neg") is None  # "failed to sign the agreement"
    particular = definite or counted or (not active and mention.features.get("det") in ("a", "an"))  # "A memorandum … was not signed"
    status = status_of(record.status, told, particular and not (told == "negated" and active and not failed), lemma)
    firm = (
        lemma in signing()
        or lemma in of_class("statement")
        or (record.status == "in-force" and mention.form != "pronoun")
        or lemma.endswith((" force", " effect", " effective"))
        or lemma in of_class("ending")
    )
    if record.status == "proposed" and definite and lemma not in of_class("drafting"):
        return
    if (
        record.status == "signed"
        and not firm
        and not mention.features.get("det")
        and mention.form == "nominal"
        and not mention.features.get("plural")
    ):
        return  # "reached agreement"
    parties = _bound(syntax, mention, verb, lemma, record.status) if told != "none" and (told != "negated" or status) else []
    if status == "proposed" and told != "negated" and not definite and not parties and not syntax.prepositions(verb, "with"):
        token = syntax.doc.tokens[mention.token]
        sides = [t for _, t in syntax.prepositions(token, "with", "between", "among")]
        if not sides or any(d.text.lower() in of_class("vague") for t in sides for d in syntax.children(t, "det", "amod")):
            return  # an agreement that somebody calls for, with nobody or "with every country"
    yield Deed(record.status, status, verb, tuple(parties), firm, f'the verb "{lemma}"')


def _adopted(syntax: Syntax, mention: Mention, verb: Token) -> bool:
    """Whether a paper other than a statement is adopted by its parties ("A and B adopted a programme", "The Protocol was adopted")."""
    if verb.lemma.lower() != "adopt":
        return False
    last = mention.features.get("noun", mention.name).lower().split()
    opens = mention.name.lower().split()[:1]
    passive = bool(syntax.children(verb, "nsubjpass", "auxpass"))
    return len(row.before(syntax, verb)) > 1 or (passive and bool({*last[-1:], *opens} & of_class("adopted")))


def _headline(syntax: Syntax, verb: Token) -> bool:
    """ "Four agreements signed …": a participle that the parser took for a past tense."""
    return _titled(syntax, verb) and verb.tag in ("VBN", "VBD") and not syntax.children(verb, "dobj")


def _titled(syntax: Syntax, verb: Token) -> bool:
    return syntax.doc.article.blocks[syntax.doc.sentences[verb.sentence].block].role in ("title", "heading")


def status_of(base: str, told: Mood, definite: bool, lemma: str = "") -> str:
    """The status that a word of status ``base`` gives in a mood; "" for none."""
    if told == "none":
        return ""
    if base == "signed":
        if lemma in of_class("again") and told != "fact":
            return "denied" if told == "denied" else ""
        if told == "negated":
            return "proposed" if definite and lemma in signing() else ""
        return "signed" if told == "fact" else told
    if base == "proposed":
        return "denied" if told == "denied" else "" if told == "negated" else "proposed"
    if base == "terminated" and told == "denied" and definite:
        return "in-force"  # "denied that the contract had been cancelled"
    if base == "planned":
        return "planned" if told != "negated" else ""
    return base if told == "fact" else ""


def _bound(syntax: Syntax, mention: Mention, verb: Token, lemma: str, base: str) -> list[Mention]:
    if lemma in of_class("ratifying") and base == "signed":
        subject = _subject(syntax, verb)
        alone = subject is not None and len(syntax.conjuncts(subject)) == 1 and mood(syntax, verb) == "fact"
        state = ratifier(syntax, subject) if alone and subject is not None and not syntax.children(verb, "nsubjpass", "auxpass") else []
        if state and syntax.prepositions(syntax.doc.tokens[mention.token], "with"):
            return state
        both = row.before(syntax, verb) if not syntax.children(verb, "nsubjpass", "auxpass") else []
        return both if lemma in ("adopt", "ratify") and (len(both) > 1 or any(m.features.get("number") for m in both)) else []
    if (
        base in ("in-force",)
        or base == "denied"
        or (
            base == "terminated"
            and lemma not in of_class("leaving")
            and not _lent(syntax, mention, verb, lemma)
            and not _state_ends(syntax, mention, verb)
        )
    ):
        return []
    passive = bool(syntax.children(verb, "nsubjpass", "auxpass")) or (verb.tag == "VBN" and verb.dep in ("acl", "advcl", "amod"))
    if passive:
        found = who.several(syntax, [t for a in syntax.agents(verb) for t in who.joined(syntax, a)])
        found.extend(m for by in syntax.children(verb, "agent") for m in line.posts(syntax, by))
        found = row.fuller(found, _by(syntax, verb))
    else:
        subject = _subject(syntax, verb)
        found = who.several(syntax, who.joined(syntax, subject)) if subject is not None else line.before(syntax, verb)
        if subject is not None and subject.text.lower() == "it":
            found = who.speaker(syntax, verb) or found
        elif base == "signed" and lemma != "award":
            found = row.fuller(found, row.before(syntax, verb))
    behalf = [t for _, t in syntax.prepositions(verb, "on") if t.lemma.lower() == "behalf"]
    behind = who.several(syntax, [t for b in behalf for _, t in syntax.prepositions(b, "of")], pronouns=False)
    if passive:
        found.extend(m for m in behind if m not in found)
    else:
        found = behind or found  # who holds the pen is not bound
    beside = [t for _, t in syntax.prepositions(verb, "with")]
    found.extend(who.several(syntax, beside, pronouns=False))
    if lemma == "award":
        beside = [t for _, t in syntax.prepositions(verb, "to")]
        if passive:  # "The builder was awarded a contract by the port"
            beside = [*(t for s in syntax.children(verb, "nsubjpass") for t in syntax.conjuncts(s)), *beside]
        gets = who.several(syntax, [*syntax.children(verb, "dative"), *beside], pronouns=False)
        to = next((p for p in syntax.children(verb, "prep", "dative") if p.text.lower() == "to"), None)
        if to is not None:
            last = syntax.sentence(verb).last
            gets = row.fuller(gets, row.read(syntax, to.i + 1, row.stop(syntax, to.i + 1, last)))
        found = [*found, *gets]
    if lemma in of_class("gaining") or mention.features.get("noun") in ("loan", "order"):
        token = syntax.doc.tokens[mention.token]
        found.extend(who.several(syntax, [t for x in (verb, token) for _, t in syntax.prepositions(x, "from")], pronouns=False))
    if base == "proposed" and len(found) < 2 and not any(syntax.prepositions(x, "with") for x in (verb, syntax.doc.tokens[mention.token])):
        return []
    return found


def _talked(syntax: Syntax, mention: Mention, verb: Token, lemma: str) -> bool:
    """ "A and B are discussing an agreement": two sides on a paper that is not there yet."""
    if lemma != "discuss" or mention.features.get("det") not in ("a", "an") or syntax.children(verb, "nsubjpass", "auxpass"):
        return False
    parties = row.before(syntax, verb)
    return len(parties) > 1 or any(m.features.get("number") for m in parties)


def _ratifies(syntax: Syntax, mention: Mention, verb: Token, lemma: str) -> bool:
    """Whether a parliament approves its country's paper with another side."""
    subject = _subject(syntax, verb) if lemma in of_class("approving") else None
    if subject is None or not parliament(syntax, subject):
        return False
    return bool(syntax.prepositions(syntax.doc.tokens[mention.token], "with", "between"))


def _state_ends(syntax: Syntax, mention: Mention, verb: Token) -> bool:
    """Whether a state ends its own paper with another side ("Egypt suspended a gas agreement with Jordan"); a court ends others'."""
    subject = syntax.subject(verb, inherit=False)
    if subject is None or syntax.children(verb, "auxpass"):
        return False
    with_ = syntax.prepositions(syntax.doc.tokens[mention.token], "with")
    return bool(with_) and any(m.kind == "Country" for m in who.party(syntax, subject, pronouns=False))


def _by(syntax: Syntax, verb: Token) -> list[Mention]:
    """Who stands behind the "by" of a passive, read in line."""
    last = syntax.sentence(verb).last
    by = next(
        (t for t in syntax.doc.tokens[verb.i + 1 : last] if t.text.lower() == "by" and (t.dep == "agent" or _object(syntax, t))), None
    )
    if by is None or by.i + 1 >= last:
        return []
    return row.read(syntax, by.i + 1, _before_clause(syntax, by, row.stop(syntax, by.i + 1, last, "for")))


def _before_clause(syntax: Syntax, by: Token, stop: int) -> int:
    """The end of a row that the main clause follows: "signed by the two universities, | the academy will …"."""
    tokens = syntax.doc.tokens
    verb = next(
        (t for t in tokens[stop : stop + 5] if t.pos in ("VERB", "AUX") and syntax.child(t, "nsubj", "nsubjpass") is not None), None
    )
    subject = syntax.child(verb, "nsubj", "nsubjpass") if verb is not None else None
    if subject is None or not by.i < subject.i < stop:
        return stop
    return next((k for k in range(subject.i, by.i, -1) if tokens[k].text == ","), stop)


def _object(syntax: Syntax, by: Token) -> bool:
    """ "was awarded a contract by X", the "by" hung on the contract."""
    head = syntax.head(by)
    return by.dep == "prep" and head is not None and head.dep == "dobj"


def _lent(syntax: Syntax, mention: Mention, verb: Token, lemma: str) -> bool:
    """Whether the lender stops its own credit ("the credit agreement that the Fund suspended")."""
    record = lists.agreement_nouns().get(mention.features.get("noun", "").lower())
    subject = _subject(syntax, verb)
    given = [m for m in who.party(syntax, subject, pronouns=False) if m.kind == "Organization"] if subject is not None else []
    return bool(given) and record is not None and record.kind == "FinancingAgreement" and lemma in of_class("stopping")


def _subject(syntax: Syntax, verb: Token) -> Token | None:
    own = syntax.subject(verb)
    if own is not None:
        return None if own.tag in ("WDT", "WP") else own
    above = syntax.head(verb)
    if verb.dep == "pcomp" and above is not None:
        clause = syntax.head(above)
        return syntax.subject(clause) if clause is not None and clause.pos in ("VERB", "AUX") else None
    return None


def none_of(syntax: Syntax, mention: Mention, verb: Token) -> bool:
    """ "no agreement", "has not signed any pact"."""
    determiner = mention.features.get("det")
    return determiner == "no" or (determiner == "any" and syntax.child(verb, "neg") is not None)


def nothing(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "No contract has been signed", "there is no such deal": a denial where somebody says so."""
    if none_of(syntax, mention, verb) and verb.lemma.lower() in of_class("existing") and reported(syntax, verb):
        yield Deed("denied", "denied", verb, (), True, "somebody says that there is none")


def _having(syntax: Syntax, mention: Mention, verb: Token) -> Iterator[Deed]:
    """ "Chile has a free trade agreement with Korea"."""
    token = syntax.doc.tokens[mention.token]
    subject = syntax.subject(verb, inherit=False)
    with_ = [t for x in (token, verb) for _, t in syntax.prepositions(x, "with")]
    if verb.tag in ("VBZ", "VBP") and mood(syntax, verb) == "fact" and with_ and subject is not None:
        parties = [*who.several(syntax, syntax.conjuncts(subject)), *who.several(syntax, with_, pronouns=False)]
        if len(parties) > 1:
            yield Deed("bound", "in-force", verb, tuple(parties), False, "parties that have it")


def _coming(syntax: Syntax, verb: Token) -> Iterator[Deed]:
    """ "The first contract came when A undertook to ship … to B"."""
    if mood(syntax, verb) != "fact":
        return
    for clause in syntax.children(verb, "advcl"):
        if any(t.text.lower() in ("when", "as") for t in syntax.children(clause, "advmod", "mark")):
            parties = exchange(syntax, clause)
            if len(parties) > 1:
                yield Deed("signed", "signed", verb, tuple(parties), True, "an undertaking of one party to another")


def exchange(syntax: Syntax, clause: Token) -> list[Mention]:
    """Who gives and who gets in "A will supply … to B"."""
    subject = syntax.subject(clause)
    if subject is None:
        return []
    last = syntax.doc.sentences[clause.sentence].last
    giving = who.several(syntax, syntax.conjuncts(subject))
    return who.unique([*giving, *line.partners(syntax, clause.i + 1, last, "to", "with", "from")[:1]]) if giving else []
