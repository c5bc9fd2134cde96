"""Speech that goes on: quotations with no verb of their own, after or before an attributed one, and quotes of a press release."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract._speakers import fits
from kg.extract._speech_content import inner
from kg.extract._speech_cues import Told
from kg.extract._speech_words import verb_of
from kg.extract._spoken import spoken
from kg.extract._syntax import SUBJECTS, Syntax
from kg.types import Mention, Sentence, Span

_ATTRIBUTED = ("attributable to", "attributed to", "quotes from", "quote from", "quotes by", "quote by", "comments from", "remarks by")


def flow(syntax: Syntax, told: Sequence[Told]) -> Iterator[Told]:
    """Quotations of whole sentences to which ``told`` gives no speaker, with the speaker of the speech around them.

    The speaker is, in this order: of the sentence before in the block; of a line before that ends in a colon and names one; of the
    sentence after in the block; of the end of the block before. Anybody else named between ends it.
    """
    doc = syntax.doc
    by_sentence: dict[int, list[Told]] = {}
    for one in told:
        by_sentence.setdefault(one.sentence, []).append(one)
    used = [span for one in told for span in one.said]
    clauses = {n: _indirect(syntax, found) for n, found in by_sentence.items()}
    last: Mention | None = None
    announced: Mention | None = None
    block = -1
    before_block: Mention | None = None
    for sentence in doc.sentences:
        if sentence.block != block:
            before_block, last, block = (last if sentence.block == block + 1 else None), None, sentence.block
        if sentence.i in by_sentence:
            last = _who(by_sentence[sentence.i])
            announced = last if _text(syntax, sentence).endswith(":") else None
            continue
        header = _header(syntax, sentence)
        if header is not None:
            announced = header
            continue
        quote = _whole(syntax, sentence)
        if quote is None and last is not None and clauses.get(sentence.i - 1) and _free(syntax, sentence):
            clauses[sentence.i] = True
            yield Told(last, (Span(sentence.start, _end(syntax, sentence)),), sentence.i, -1, "reported speech that goes on")
            continue
        if quote is None:
            if last is not None and _others(syntax, sentence, last):
                last = None
            if not spoken(doc, sentence.start, sentence.end):
                announced = None
            continue
        if any(span.overlaps(quote) for span in used):
            continue
        speaker = last or announced or _next(syntax, sentence, by_sentence) or before_block
        if speaker is None or quote.start < sentence.start - 1:
            continue
        used.append(quote)
        yield Told(speaker, (inner(doc.text, quote),), sentence.i, -1, "quotation that goes on from the speech beside it")
        last = last or (speaker if announced is None else None)


def _indirect(syntax: Syntax, found: Sequence[Told]) -> bool:
    """Whether the sentence gives one speaker's words by a clause after a verb in the past tense."""
    verbs = [syntax.doc.tokens[one.verb] for one in found if one.verb >= 0]
    past = [t for t in verbs if t.tag in ("VBD", "VBN") or t.text.lower() == "according"]
    last = found[-1].said[-1]
    quoted = any(q.covers(last) for q in spoken(syntax.doc, last.start, last.end))
    return len(past) == len(found) and len({one.speaker.span for one in found}) == 1 and not quoted and past[-1].pos == "VERB"


def _free(syntax: Syntax, sentence: Sentence) -> bool:
    """ "It would, however, lean against disorderly moves.": speech that goes on without a verb of speech, its future moved to the past."""
    words = syntax.doc.words(sentence)
    root = next((t for t in words if t.dep == "ROOT"), None)
    if root is None or any(verb_of(syntax, t) is not None for t in words) or any(m.kind == "Person" for m in syntax.doc.within(sentence)):
        return False
    subject = next((t for t in syntax.children(root, *SUBJECTS)), None)
    small = subject is not None and (
        subject.tag in ("PRP", "DT") or any(t.text.lower() in ("the", "its", "their") for t in syntax.children(subject))
    )
    conditional = any(t.text.lower() in ("if", "were") for t in words)
    another = any(t.tag == "NNP" and t.dep in SUBJECTS and syntax.mention(t) is None for t in words)  # may be a person nobody knows
    return small and "would" in syntax.auxiliaries(root) and not conditional and not another


def _end(syntax: Syntax, sentence: Sentence) -> int:
    return sentence.start + len(syntax.doc.text[sentence.start : sentence.end].rstrip().rstrip("."))


def _text(syntax: Syntax, sentence: Sentence) -> str:
    return syntax.doc.text[sentence.start : sentence.end].rstrip()


def _who(told: Sequence[Told]) -> Mention | None:
    """The one speaker of a sentence; a pronoun beside a name is taken for the same."""
    people = {(t.speaker.start, t.speaker.end): t.speaker for t in told}
    return told[-1].speaker if len(people) == 1 or all(t.speaker.form == "pronoun" for t in told[1:]) else None


def _whole(syntax: Syntax, sentence: Sentence) -> Span | None:
    """The quotation that holds the whole sentence, but for a dash or full stop."""
    for quote in spoken(syntax.doc, sentence.start, sentence.end):
        if quote.overlaps(sentence.span):
            before = syntax.doc.text[sentence.start : max(quote.start, sentence.start)]
            after = syntax.doc.text[min(quote.end, sentence.end) : sentence.end]
            if not any(c.isalnum() for c in before + after):
                return quote
    return None


def _others(syntax: Syntax, sentence: Sentence, speaker: Mention) -> bool:
    return any(m.kind == "Person" and m.form == "name" and m.name != speaker.name for m in syntax.doc.within(sentence))


def _next(syntax: Syntax, sentence: Sentence, told: Mapping[int, Sequence[Told]]) -> Mention | None:
    after = syntax.doc.sentences[sentence.i + 1] if sentence.i + 1 < len(syntax.doc.sentences) else None
    if after is None or after.block != sentence.block or after.i not in told:
        return None
    return _who(told[after.i])


def _header(syntax: Syntax, sentence: Sentence) -> Mention | None:
    """ "Quotes attributable to Minister X:", "Ana Souza, mayor of Santos:"; the name and nothing else told."""
    text = _text(syntax, sentence)
    names = [m for m in syntax.doc.within(sentence) if m.kind == "Person" and m.form == "name"]
    if len(names) != 1 or not fits(names[0]) or not (text.endswith(":") or len(text) < 120):
        return None
    lower = text.lower()
    if any(words in lower for words in _ATTRIBUTED):
        return names[0]
    verbs = [t for t in syntax.doc.words(sentence) if t.pos in ("VERB", "AUX")]
    spoken = all((verb := verb_of(syntax, t)) is not None and verb.clauses for t in verbs)
    return names[0] if text.endswith(":") and spoken else None


def carried(syntax: Syntax, told: Sequence[Told]) -> Iterator[Told]:
    """The same, with "he" and "she" far from any name taken for the last speaker: only where the passage names nobody else in between.

    Within two sentences of a name a pronoun is left as it stands.
    """
    people = [m for m in syntax.doc.mentions if m.kind == "Person" and m.form == "name"]
    last: Mention | None = None
    before: Told | None = None
    for one in told:
        here = one.speaker
        if here.form == "name" and here.kind == "Person":
            last = here
        elif here.form == "pronoun" and here.name in ("he", "she") and last is not None:
            between = [m for m in people if last.end <= m.start < here.start]
            far = syntax.doc.tokens[here.token].sentence - max(syntax.doc.tokens[m.token].sentence for m in (last, *between))
            if far > 2 and not between:
                one = replace(one, speaker=last)
        elif here.kind != "Person":
            last = None
        elif here.form == "nominal" and before is not None and _presented(syntax, before, one):
            one = replace(one, speaker=before.speaker)
        before = one
        yield one


def _presented(syntax: Syntax, before: Told, one: Told) -> bool:
    """ "“…,” said Ana Souza. The chairwoman of the union said …": who was just named first, without a post, is given one."""
    doc, name, post = syntax.doc, before.speaker, one.speaker
    if name.form != "name" or name.kind != "Person" or one.sentence != before.sentence + 1:
        return False
    here, there = doc.sentences[one.sentence], doc.sentences[before.sentence]
    if here.block != there.block or post.features.get("det") != "the" or post.start > here.start + 4:
        return False
    behind = doc.text[post.end : post.end + 4]
    last = name.name.split()[-1]
    known = any(m.start < name.start and m.kind == "Person" and last in m.name.split() for m in doc.mentions if m.form == "name")
    bare = not name.features.get("title") and doc.text[name.end : there.end].strip() in (".", "") and " " in name.name
    plain = re.search(r"(?:^|[”\"’,]) ?(?:said|says|added|told \w+) $", doc.text[there.start : name.start]) is not None
    others = any(m.kind == "Person" and m.form == "name" for m in doc.within(here))
    return behind == " of " and bare and plain and not known and not others
