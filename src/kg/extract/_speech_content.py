"""What a verb of speech reports: the clause behind it, the quotation beside it, or the sentence around it."""

from __future__ import annotations

from kg.data.words import reporting
from kg.extract._speakers import own_subject, speaker
from kg.extract._speech_words import Verb, verb_of
from kg.extract._spoken import spoken
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Span, Token

_CLOSE = "\"”»'’“"
_ENDS = (",", "”", '"', "’", "»", "?", "!")
_REACH = 14  # tokens between the verb and a clause that the parser hung elsewhere


def clause(syntax: Syntax, token: Token, verb: Verb | None = None) -> Span | None:
    """The clause that the parser has to the right of the verb, without a next statement of the same speaker (", adding that …")."""

    def leave(below: Token) -> bool:
        return below.i < token.i or next_statement(syntax, below)

    for found in syntax.children(token, "ccomp", "advcl"):
        span = syntax.span(found, leave)
        if found.i < token.i or span.start < token.start or ";" in syntax.doc.text[token.end : span.start]:
            continue
        if not _reported(syntax, found, verb, next(t for t in syntax.subtree(found, leave) if t.start == span.start)):
            continue
        if syntax.child(found, *SUBJECTS) is None and syntax.child(found, "mark") is None and found.tag in ("VB", "VBD", "VBZ", "VBP"):
            # "expected growth would help": the parser takes the subject for an object
            objects = [t for t in syntax.children(token, "dobj") if token.i < t.i < found.i]
            span = Span(syntax.span(objects[0]).start, span.end) if objects else span
        return bare(syntax, span)
    return None


def _reported(syntax: Syntax, found: Token, verb: Verb | None, first: Token) -> bool:
    """Whether a clause is one of speech: finite, no question, no infinitive without a subject of its own."""
    entry = verb.entry if verb is not None else ""
    mark = syntax.child(found, "mark")
    that = mark is not None and mark.text.lower() == "that"
    subject = syntax.child(found, *SUBJECTS)
    if found.dep == "advcl" and (entry != "tell" or subject is None or (mark is not None and not that)):
        return False
    if found.tag == "VBG" and not syntax.auxiliaries(found):
        return False
    if subject is None and (found.pos not in ("VERB", "AUX") or "to" in syntax.auxiliaries(found)):
        return False
    if entry == "ask" and (first.tag.startswith("W") or first.text.lower() in ("whether", "if", "how")):
        return False
    return verb is None or verb.kind not in ("call", "express") or that


def next_statement(syntax: Syntax, token: Token) -> bool:
    """Whether the token opens one: a participle of speech behind a comma, or a joined verb of speech whose subject can only be a thing."""
    if token.pos != "VERB" or (token.lemma.lower() not in reporting() and verb_of(syntax, token) is None):
        return False
    if token.tag == "VBG" and token.dep in ("advcl", "acl", "conj"):
        return syntax.doc.tokens[token.i - 1].text == ","
    if token.dep in ("advcl", "conj") and _another(syntax, token):
        return True
    above = syntax.head(token)
    finite = token.tag in ("VBD", "VBN") and not syntax.auxiliaries(token)
    if token.dep != "conj" or above is None or own_subject(syntax, token) is not None or not finite:
        return False
    if above.tag == "VB":  # "urged firms to register and thanked the bank"
        return token.tag == "VBD"
    subject = own_subject(syntax, above)
    return above.dep in ("ccomp", "acl", "relcl") and (subject is None or speaker(syntax, subject) is None)


def _another(syntax: Syntax, token: Token) -> bool:
    """ "A would, while Minister Y proposed that B": somebody else by name who speaks in a clause of his own behind a comma."""
    who = own_subject(syntax, token)
    if who is None or token.tag not in ("VBD", "VBZ") or who.i > token.i:
        return False
    person = syntax.mention(who, "name")
    mark = syntax.child(token, "mark")
    if person is None or person.kind != "Person" or (mark is not None and mark.text.lower() not in ("while", "whereas")):
        return False
    start = syntax.span(who, lambda t: t.i >= token.i).start
    left = syntax.doc.text[syntax.sentence(token).start : start].rstrip().lower()
    return left.endswith((", while", ", whereas", ", and", ", but", ";"))


def far_clause(syntax: Syntax, token: Token, verb: Verb) -> Span | None:
    """A clause that opens with "that" soon after the verb but hangs elsewhere in the parse ("told the meeting that six firms …")."""
    tokens, sentence = syntax.doc.tokens, syntax.sentence(token)
    if verb.kind == "express":
        return None
    after = tokens[token.i + 1] if token.i + 1 < sentence.last else token
    if verb.kind == "say" and after.text.lower() == "that" and after.dep == "prep":  # the parser took the clause for a noun phrase
        return bare(syntax, Span(after.start, sentence.end))
    for other in tokens[token.i + 1 : min(sentence.last, token.i + _REACH)]:
        if other.pos in ("VERB", "AUX") or other.text in (";", ":"):
            return None
        if other.text.lower() == "that" and other.dep == "mark" and tokens[other.head].i > other.i:
            head = tokens[other.head]
            if head.dep == "relcl" and own_subject(syntax, head) is None:
                return None
            end = sentence.end if head.pos == "NOUN" else max(t.end for t in syntax.subtree(head, lambda t: next_statement(syntax, t)))
            return bare(syntax, Span(other.start, end))
    return None


def bare(syntax: Syntax, span: Span) -> Span:
    """Without "that" and punctuation at the ends; with the closing mark of a quotation that opens inside."""
    text = syntax.doc.text
    start, end = span.start, span.end
    while start < end and text[start] in " \n,;:":
        start += 1
    if text[start : start + 5].lower() in ("that ", "that,"):
        start += 5
    while start < end and text[start] in " \n,":
        start += 1
    end = _strip_end(text, start, end)
    for joint in (" and", " but"):
        if text[start:end].endswith(joint):
            end = _strip_end(text, start, end - len(joint))
    for date in syntax.doc.dates:  # "said on Tuesday it would": the day is that of the saying
        if (
            start <= date.start <= start + 3
            and date.grain in ("day", "weekday")
            and date.end < end
            and text[date.end] == " "
            and span.start == start
        ):
            start = date.end + 1
    for quote in spoken(syntax.doc, start, end):
        if start <= quote.start < end < quote.end and quote.end - end <= 2:
            end = quote.end
    return Span(start, end)


def _strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \n.,;:":
        end -= 1
    return end


def quotation(syntax: Syntax, token: Token) -> tuple[Span, ...]:
    """The quotations that the verb introduces or follows: beside it, with only the speaker and a comma or colon between."""
    doc, sentence = syntax.doc, syntax.sentence(token)
    text = doc.text
    found = spoken(doc, sentence.start, sentence.end)
    before = [q for q in found if q.end <= token.start]
    after = [q for q in found if q.start >= token.end]
    kept: list[Span] = []
    above = {token.i, *(t.i for t in syntax.ancestors(token))}
    verbs = [t for t in doc.words(sentence) if before and before[-1].end <= t.start < token.start and t.pos in ("VERB", "AUX")]
    if any(t.i not in above and t.head not in above - {token.i} and t.dep in ("ccomp", "ROOT", "parataxis") for t in verbs):
        before = []  # "Fruit flies, "not politics," were the obstacle, she noted": a piece of the clause
    said_before = any(t.pos in ("VERB", "AUX") for t in doc.words(sentence) if before and t.end <= before[-1].start)
    if said_before and text[sentence.start : before[-1].start].rstrip()[-1:] not in tuple(",:;—–"):
        before = []  # "The outbreak could end "within weeks", she said"
    if before and (before[-1].start <= sentence.start + 1 or text[before[-1].end - 2] in ",.!?" or text[before[-1].end] == ","):
        kept.append(before[-1])
    if after:
        between = text[token.end : after[0].start].rstrip()
        close = not kept and syntax.child(token, "ccomp") is None and len(between.split()) <= 2
        if between.endswith((":", ",")) or not between or close:
            kept.append(after[0])
    return tuple(inner(text, q) for q in kept)


def inner(text: str, quote: Span) -> Span:
    """What stands between the marks, without a comma at the end."""
    start, end = quote.start + 1, quote.end - 1 if text[quote.end - 1] in _CLOSE else quote.end
    while end > start and text[end - 1] in ", \n":
        end -= 1
    return Span(start, end)


def around(syntax: Syntax, token: Token, verb: Verb, people: list[Mention]) -> tuple[Span, ...]:
    """ "A, she noted, B" and "A, said Ana Souza, mayor of Santos": the rest of the sentence, without the cue and its apposition."""
    if verb.kind not in ("say", "deny") or token.tag == "VBG" or token.dep in ("relcl", "acl", "xcomp", "pcomp"):
        return ()
    doc, sentence = syntax.doc, syntax.sentence(token)
    text = doc.text
    inverted = next((doc.tokens[m.token] for m in people if token.end < m.start <= token.end + 1), None)
    named = next((doc.tokens[m.token] for m in (*people[::-1], *people) if sentence.span.covers(m.span)), None)
    subject = inverted or own_subject(syntax, token) or named
    if subject is None:
        return ()
    taken = [t for t in syntax.children(token, "dobj", "xcomp", "acomp", "attr") if t.i > token.i and t.i != subject.i]
    if taken and verb.entry not in ("tell", "go on"):
        return ()
    phrase = syntax.span(subject, lambda t: t.i == token.i)
    left = _title_start(text, sentence.start, min(phrase.start, token.start))
    head = text[sentence.start : left].rstrip()
    if not head.endswith(_ENDS):
        return ()
    head = head.rstrip(", ")
    opens = max(head.rfind(": "), head.rfind("; ")) + 1  # "He ruled it out: the bloc, he said, …"
    pieces = [Span(sentence.start + opens, sentence.start + len(head))]
    if subject.i < token.i:
        pieces.extend(_after(syntax, token))
    if any(_fronted(syntax, t, pieces[0]) for t in syntax.children(token, "advcl")):
        return ()
    inside = [t for t in doc.words(sentence) if any(p.start <= t.start < p.end for p in pieces)]
    # without a verb there is no clause that was said ("In Geneva on Monday, he said.")
    if len(inside) < 3 or not any(t.pos in ("VERB", "AUX") for t in inside):
        return ()
    return tuple(_trim(text, p) for p in pieces)


def _fronted(syntax: Syntax, clause: Token, piece: Span) -> bool:
    """Whether the piece is a clause of circumstance ("When asked about it, she laughed", "Asked about it, she smiled")."""
    marked = any(t.tag == "WRB" or t.dep == "mark" for t in syntax.children(clause, "advmod", "mark"))
    subject = syntax.child(clause, *SUBJECTS)
    return piece.start <= clause.start < piece.end and syntax.span(clause).start <= piece.start + 1 and (marked or subject is None)


def _title_start(text: str, start: int, left: int) -> int:
    """Back over a title that the parser cut off from the name ("…, Lt. Gov. Ana Souza said"): capitals up to a comma or mark."""
    comma = max(text.rfind(mark, start, left) for mark in (", ", '" ', "” ", "’ "))
    words = text[comma + 1 : left].split() if comma > 0 else []
    return comma + 2 if 0 < len(words) <= 4 and all(w[:1].isupper() for w in words) else left


def _after(syntax: Syntax, token: Token) -> list[Span]:
    """What goes on after the cue, behind a comma that follows the verb at once."""
    sentence, text = syntax.sentence(token), syntax.doc.text
    at = max([token.end, *(t.end for t in syntax.children(token, "prt"))])
    words = [t for t in syntax.doc.words(sentence) if t.start > at]
    if text[at : at + 1] != "," or len(words) < 2 or words[0].tag == "VBG":
        return []
    return [Span(at + 1, sentence.end)]


def _trim(text: str, span: Span) -> Span:
    """Without white space, commas and full stops at the ends, and without marks that have no partner inside."""
    start, end = span.start, span.end
    while start < end and text[start] in " \n,":
        start += 1
    while end > start and text[end - 1] in " \n,.":
        end -= 1
    marks = sum(text[start:end].count(mark) for mark in '"“”')
    if marks == 2 and text[start] in '"“' and text[end - 1] in '"”':
        return _trim(text, Span(start + 1, end - 1))
    return Span(start, end)
