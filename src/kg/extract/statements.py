"""Who said what: reported and direct speech with a named person or body as its source.

Found: verbs of speech with a clause, a quotation, a noun phrase or an infinitive ("said that", "stressed the need", "urged firms to");
sources beside a clause ("according to", "in her view", "as X stated"); words behind a colon; quotations that go on over sentences and
paragraphs, and a future of the past after a reported clause ("It would reopen in June."); quotes of a press release; answers of
interviews. One statement for each reported clause; its evidence is the sentence (a quotation over several sentences in full). Refused:
what nobody or a group says, thanks, invitations and orders, what was not or only may be said, questions, headlines, and speech inside
another's speech, which is the outer speaker's.

Method: rules over a dependency parse with lists of verbs by what they take, after Krestel, Bergler and Witte, "Minding the Source:
Automatic Tagging of Reported Speech in Newspaper Articles" (LREC 2008); cue, source and content as in Pareti, "A Database of
Attribution Relations" (LREC 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract._interviews import interviews
from kg.extract._speech_cues import Told, cues
from kg.extract._speech_flow import carried, flow
from kg.extract._speech_scan import scan
from kg.extract._speech_sources import sources
from kg.extract._statement_examples import EXAMPLES as EXAMPLES
from kg.extract._syntax import syntax_of
from kg.types import Claim, Document, Kind, Span

KIND = Kind(
    name="statement",
    node="Statement",
    prefix="statement",
    roles=MappingProxyType({"speaker": "speaker"}),
    values=MappingProxyType({"text": "text"}),
    key=("speaker", "text"),
    statuses=("said",),
    asserted=frozenset({"said"}),
    required=("speaker",),
)

LONGEST = 2000  # characters of text kept for one statement


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    syntax = syntax_of(doc)
    answers = list(interviews(syntax))
    taken = {n for one in answers for n in _sentences(doc, one)}
    direct = [one for one in cues(syntax) if one.sentence not in taken]
    told = direct + [one for one in sources(syntax) if one.sentence not in taken and not _inner(doc, one, direct)]
    told += [one for one in scan(syntax, told) if one.sentence not in taken]
    told = list(carried(syntax, sorted(told, key=lambda one: (one.sentence, one.verb))))
    more = [one for one in flow(syntax, told) if one.sentence not in taken]
    seen: set[tuple[int, int, str]] = set()
    for one in sorted((*answers, *told, *more), key=lambda one: (one.sentence, one.verb, one.speaker.start)):
        text = _words(doc, one)
        key = (one.speaker.start, one.sentence, text)
        if text and key not in seen:
            seen.add(key)
            yield Claim(KIND.name, _evidence(doc, one), (("speaker", one.speaker),), (("text", text),), "said", one.reason)


def _inner(doc: Document, one: Told, direct: list[Told]) -> bool:
    """Whether a source stands in what somebody else is told to have said ("Figures of X show that A, said B"): these are B's words."""
    at = doc.tokens[one.verb].start if one.verb >= 0 else -1
    return any(other.verb != one.verb and any(s.start <= at < s.end for s in other.said) for other in direct)


def _sentences(doc: Document, one: Told) -> list[int]:
    return [s.i for s in doc.sentences if any(s.span.overlaps(span) for span in one.said)]


def _words(doc: Document, one: Told) -> str:
    """What was said, its pieces joined, white space made one."""
    return " ".join(" ".join(doc.text[s.start : s.end] for s in one.said).split())[:LONGEST]


def _evidence(doc: Document, one: Told) -> Span:
    """The sentence, and all of a quotation that runs over its ends."""
    sentence = doc.sentences[one.sentence]
    start = min([sentence.start, *(s.start for s in one.said)])
    end = max([sentence.end, *(s.end for s in one.said)])
    marks = "\"“«„”»'’"
    if start < sentence.start and doc.text[start - 1 : start] in tuple(marks):
        start -= 1
    if end > sentence.end and doc.text[end : end + 1] in tuple(marks):
        end += 1
    return Span(start, end)
