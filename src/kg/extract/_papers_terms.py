"""What a sentence that opens with a paper tells of its sides: "Under an agreement signed on Monday, A will train nurses for B".

The main clause is read in line: its subject gives one side; the first body that something is done for, with, to or from is the other. Only
where the paper's own words don't tell both already.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import _papers_line as line
from kg.extract import _papers_parties as who
from kg.extract._papers_words import of_class, openings
from kg.extract._syntax import Syntax
from kg.types import Mention, Token

_TOWARDS = ("to", "with", "from", "for")


def sides(syntax: Syntax, mention: Mention, own: Sequence[Mention]) -> list[Mention]:
    """The parties of ``mention``, which opens its sentence behind "under" and the like; ``own`` where nothing more is told."""
    if len(own) > 1 or any(m.features.get("number") for m in own):
        return list(own)
    clause = _main(syntax, mention)
    if clause is None:
        return list(own)
    given = _given(syntax, clause, mention)
    others = [] if own else _other(syntax, clause, given)
    both = who.unique([*own, *given, *others])
    return both if (len(given) == 1 and len(both) == 2) or (len(given) > 1 and not own) else list(own)


def _main(syntax: Syntax, mention: Mention) -> Token | None:
    """The verb of the main clause behind a paper that opens the sentence."""
    doc = syntax.doc
    sentence = doc.sentences[doc.tokens[mention.token].sentence]
    before = doc.text[sentence.start : mention.start].lower().split()
    if not before or " ".join(before) not in openings():
        return None
    comma = next((t.i for t in doc.tokens[mention.token : sentence.last] if t.text == "," and _opens(syntax, t)), None)
    if comma is None:
        return None
    for verb in doc.tokens[comma + 1 : sentence.last]:
        subject = syntax.child(verb, "nsubj", "nsubjpass") if verb.pos in ("VERB", "AUX") and verb.dep not in ("relcl", "acl") else None
        if subject is not None and subject.i > comma:
            return verb
    return None


def _opens(syntax: Syntax, comma: Token) -> bool:
    """Whether a main clause begins behind a comma: not "which", "signed" or one more name's aside."""
    after = syntax.doc.tokens[comma.i + 1] if comma.i + 1 < len(syntax.doc.tokens) else comma
    return after.sentence == comma.sentence and after.tag not in ("WDT", "WP", "VBN", "VBG", "IN", "CC")


def _given(syntax: Syntax, clause: Token, mention: Mention) -> list[Mention]:
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    if subject is None:
        return []
    found = who.several(syntax, who.joined(syntax, subject))
    return found or line.before(syntax, clause)


def _other(syntax: Syntax, clause: Token, given: Sequence[Mention]) -> list[Mention]:
    """The first other side of a deed; a country or place only of another state, of a lender, or of what is given or sold."""
    last = syntax.doc.sentences[clause.sentence].last
    for found in (
        who.several(syntax, [*syntax.children(clause, "dobj", "dative"), *_helped(syntax, clause)], pronouns=False),
        line.partners(syntax, clause.i + 1, last, *_TOWARDS),
    ):
        fit = [m for m in found if m.kind in ("Agency", "Organization") or (m.kind == "Country" and _stately(syntax, clause, given))]
        fit = [m for m in fit if m.form in ("name", "acronym")]
        if fit:
            return fit[:1]
    return []


def _helped(syntax: Syntax, clause: Token) -> list[Token]:
    """ "will help X to open", whose X the parser makes the subject of "open"."""
    return [s for v in syntax.children(clause, "ccomp", "xcomp") for s in syntax.children(v, "nsubj")]


def _stately(syntax: Syntax, clause: Token, given: Sequence[Mention]) -> bool:
    return clause.lemma.lower() in of_class("giving") | of_class("lending") or any(m.kind == "Country" for m in given)
