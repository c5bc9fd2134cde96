"""Annotate: an article's sentences, syntax, mentions, dates, quantities and direct speech.

Names are found before the sentence is parsed, and the parser sees one stand-in word for each: it was trained on American news
and stumbles over "Tran Thi Phuong Lan, Acting Director of the Hanoi Department of Industry and Trade", not over "Smith, Acting
Director of Microsoft".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.annotate import attach, joins, names, nlp, nominals, quotes, sentences, standins
from kg.annotate.brackets import brackets, restore
from kg.annotate.dates import find_dates
from kg.annotate.found import Found
from kg.annotate.garden import mend
from kg.annotate.nlp import Language
from kg.annotate.quantities import default_dollar, find_quantities
from kg.data.gazetteer import places
from kg.data.issuers import head, issuer
from kg.types import Article, Document, Mention, Quantity, Refusal, Sentence, Span, Token

__all__ = ["annotate"]

_SILENT = ("furniture", "caption", "byline")
ISSUER = "who issues it"  # the reason that ``read`` gives for a release's head, which names a person and a post
MOST_SENTENCES = 20_000  # of one article; more are a table or a fault, and parsing them would take minutes
LONGEST_SENTENCE = 4000  # characters; a longer one is a table or a fault, and is cut off from parsing


def annotate(article: Article, language: Language | None = None) -> Document:
    """The annotated article. Pure: the same article gives the same document."""
    language = language or nlp.load()
    text = article.text
    spans: list[tuple[int, int, bool]] = []
    blocks: list[int] = []
    refusals: list[Refusal] = []
    for n, start, end in _sentences(article):
        long = end - start > LONGEST_SENTENCE
        if long or len(spans) == MOST_SENTENCES:
            reason = "a sentence too long to read" if long else "the text behind more sentences than an article has"
            where = article.to_source(Span(start, end))
            refusals.append(Refusal(article.id, "annotate", reason, text[start : start + 80], where.start, where.end))
            if not long:
                break
            continue
        spans.append((start, end, article.blocks[n].role in ("title", "heading")))
        blocks.append(n)
    inside = [(s, e) for s, e, _ in spans]
    dates = [d for d in find_dates(text, article.published) if _held(d.start, d.end, inside)]
    quantities = [q for q in find_quantities(text) if _held(q.start, q.end, inside)]
    named = names.find(article, spans, [*(d.span for d in dates), *(_figure(q) for q in quantities)])
    filed = {n for n, k in enumerate(blocks) if article.blocks[k].role == "dateline"}
    if filed:  # a dateline tells where and when, and names the paper beside
        named = replace(named, found=tuple(f for f in named.found if f.sentence not in filed or f.kind == "Country" or _charted(f)))
    whose = issuer(head(article))[0]
    homes = _homes(named.found)
    lands = _homes(named.found, country=1) or homes
    if whose:
        homes, lands = ((whose, *(code for code in told if code != whose)) for told in (homes, lands))
    dollar = default_dollar(text, lands[0] if lands else None)
    if dollar != default_dollar(text):
        quantities = [q for q in find_quantities(text, None, dollar) if _held(q.start, q.end, inside)]
    if homes and any(d.grain == "fiscal-year" for d in dates):
        dates = [d for d in find_dates(text, article.published, lands[0]) if _held(d.start, d.end, inside)]
    if homes and any(q.kind == "money" and not q.unit for q in quantities):
        near = _near(text, named.found, lands, inside)
        quantities = [q for q in find_quantities(text, near, dollar) if _held(q.start, q.end, inside)]
    tokens, heads, lines = _syntax(text, spans, blocks, named.found, language)
    mentions = [_mention(text, f, heads[k]) for k, f in enumerate(named.found) if k in heads]
    taken = frozenset(t for t, f in ((heads[k], f) for k, f in enumerate(named.found) if k in heads) if f.form != "demonym")
    nameless = [replace(m, text=text[m.start : m.end]) for m in nominals.find(tokens, lines, taken)]
    quoted, odd = quotes.find(article)
    ordered = sorted([*mentions, *nameless], key=lambda m: (m.start, -m.end, m.form))
    return Document(
        article=article,
        tokens=tuple(tokens),
        sentences=tuple(lines),
        mentions=tuple(ordered),
        dates=tuple(dates),
        quantities=tuple(quantities),
        quotes=quoted,
        aliases=MappingProxyType(dict(sorted(named.aliases.items()))),
        refusals=(*refusals, *named.refusals, *odd),
    )


def _sentences(article: Article) -> Iterator[tuple[int, int, int]]:
    """The block, start and end of every sentence that may tell something."""
    for n, block in enumerate(article.blocks):
        if block.role not in _SILENT or block.reason == ISSUER:
            for start, end in sentences.split(article.text, block.start, block.end):
                yield n, start, end


def _charted(found: Found) -> bool:
    """A place of the gazetteer, which a dateline may name; "Media Centre" is a part of the site."""
    return found.kind == "Place" and bool(places().lookup(found.name))


def _figure(quantity: Quantity) -> Span:
    """The part of a quantity that no name reaches into: all of a sum, of "two Ministers" only the number."""
    return quantity.span if quantity.kind in ("money", "percent") else Span(quantity.start, quantity.start + 1)


def _homes(found: Sequence[Found], country: int = 2) -> tuple[str, ...]:
    """ISO codes of the countries that a text is about, the one told of most first; for currencies that several share, and fiscal years.

    A country counts twice (for a fiscal year once: an article on a state names the state, and its partners' countries), a place once for
    the country that its name brings to mind. Countries that are level with another are left out.
    """
    counts: Counter[str] = Counter()
    for f in found:
        if f.kind == "Country" and "iso" in f.features:
            counts[f.features["iso"]] += country
        elif f.kind == "Place":
            sizes: Counter[str] = Counter()
            for record in places().lookup(f.name):
                sizes[record.country] += record.population
            counts.update(c for c, size in sizes.items() if c and 10 * (sizes.total() - size) <= size)
    alone = Counter(counts.values())
    return tuple(sorted((c for c in counts if alone[counts[c]] == 1), key=lambda c: -counts[c]))


def _near(text: str, found: Sequence[Found], homes: tuple[str, ...], spans: Sequence[tuple[int, int]]) -> Callable[[int], Sequence[str]]:
    """For an offset: the countries whose figures its sentence tells, then ``homes``; "Kenya's exports" are in Kenya's shillings."""
    named = [
        (f.start, f.features["iso"])
        for f in found
        if f.kind == "Country" and "iso" in f.features and (f.form == "demonym" or text[f.end : f.end + 2] in ("'s", "’s"))
    ]

    def lands(at: int) -> Sequence[str]:
        k = bisect_right(spans, (at, 1 << 60)) - 1
        start, end = spans[k] if k >= 0 else (at, at)
        own = {iso for where, iso in named if start <= where < end}
        told = [*(iso for iso in homes if iso in own), *(iso for where, iso in named if start <= where < end and iso not in homes)]
        return (*told, *homes)

    return lands


def _held(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (start, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]


def _mention(text: str, found: Found, token: int) -> Mention:
    return Mention(
        found.start,
        found.end,
        text[found.start : found.end],
        found.kind,
        found.form,
        found.name,
        token,
        True,
        MappingProxyType(found.features),
    )


def _syntax(
    text: str, spans: Sequence[tuple[int, int, bool]], blocks: Sequence[int], found: Sequence[Found], language: Language
) -> tuple[list[Token], dict[int, int], list[Sentence]]:
    """Tokens of all sentences, names merged to one token each, the token of each name, and the sentences."""
    cuts: list[list[tuple[int, int, int | None]]] = []  # start, end, index of the name
    by_sentence: dict[int, list[int]] = {}
    for k, name in enumerate(found):
        by_sentence.setdefault(name.sentence, []).append(k)
    for n, (start, end, _) in enumerate(spans):
        merged = _merge(text, start, end, [(found[k].start, found[k].end, k) for k in by_sentence.get(n, [])], language)
        cuts.append(joins.join(text, merged))
    words = [standins.words(text, line, found) for line in cuts]
    asides = [brackets(line, text) for line in cuts]
    bare = language.parse([[w for i, w in enumerate(line) if i not in aside] for line, aside in zip(words, asides, strict=True)])
    parsed = [restore(mend(line), aside, own) for line, aside, own in zip(bare, asides, words, strict=True)]
    tokens: list[Token] = []
    heads: dict[int, int] = {}
    lines: list[Sentence] = []
    for n, (line, analysis) in enumerate(zip(cuts, parsed, strict=True)):
        first = len(tokens)
        for (start, end, name_index), word in zip(line, analysis, strict=True):
            own = name_index is not None and found[name_index].form != "demonym"
            lemma, tag = text[start:end] if own else standins.lemma(text, (start, end, name_index), word.lemma), word.tag
            if lemma == "wound" and tag == "VBP":  # "wound up a summit": news winds things up and seldom wounds them
                lemma, tag = "wind", "VBD"
            tokens.append(Token(len(tokens), start, end, text[start:end], lemma, word.pos, tag, word.dep, first + word.head, n))
            if name_index is not None:
                heads[name_index] = len(tokens) - 1
        kinds = {heads[k]: str(found[k].kind) for k in by_sentence.get(n, ()) if k in heads and found[k].form != "demonym"}
        attach.mend(tokens, first, len(tokens), kinds)
        lines.append(Sentence(n, spans[n][0], spans[n][1], first, len(tokens), blocks[n]))
    return tokens, heads, lines


def _merge(text: str, start: int, end: int, names_: list[tuple[int, int, int]], language: Language) -> list[tuple[int, int, int | None]]:
    cut: list[tuple[int, int, int | None]] = []
    tokens = [(s + start, e + start) for s, e in language.tokens(text[start:end])]
    names_ = sorted(names_)
    chosen: list[tuple[int, int, int]] = []
    for name in names_:
        if not chosen or name[0] >= chosen[-1][1]:
            chosen.append(name)
    at = 0
    for s, e in tokens:
        while at < len(chosen) and chosen[at][1] <= s:
            at += 1
        piece_start = s
        k = at
        while k < len(chosen) and chosen[k][0] < e:
            begin, stop, index = chosen[k]
            if piece_start < begin:
                cut.append((piece_start, begin, None))
            if not cut or cut[-1] != (begin, stop, index):
                cut.append((begin, stop, index))
            piece_start = max(piece_start, stop)
            k += 1
        if piece_start < e:
            cut.append((piece_start, e, None))
    return [c for c in cut if c[1] > c[0]]
