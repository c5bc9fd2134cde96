"""Posts that a verb tells: "X is director", "Y appointed X director", "X resigned as director", "X, who heads Y", "X succeeds Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract._post_phrases import Post
from kg.extract._post_tense import Tense
from kg.extract._post_words import PostVerb, nouns, unsettled, verbs
from kg.types import Mention, PartialDate, Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_BODIES = ("Agency", "Organization")
_POSITIONS = frozenset(("post", "position", "office", "job", "role", "seat", "portfolio"))
_NO_BODIES = frozenset(("delegation", "mission", "team", "group", "side", "board", "committee"))
WITH = "the post of one named behind 'with'"
_LISTS = frozenset((":", "including", "include", "includes", "included", "among", "namely", "follows", "following"))
_ROLES = frozenset(("chief guest", "moderator", "speaker", "member", "patron", "candidate", "delegate", "leader", "partner", "negotiator"))
_OFFICES = frozenset(("office", "branch", "unit", "arm", "subsidiary", "division", "mission", "chapter"))
_TO_POST = ("for", "to", "from", "in", "into")


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and a post. ``tail``: the body that stands behind the person's name ("Governor X of Y")."""

    post: Post
    person: Mention
    status: str
    reason: str
    tail: Mention | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


def in_full(holding: Holding) -> bool:
    """Whether the phrase itself says where the post is."""
    return holding.post.owner is not None or holding.post.body is not None or holding.tail is not None


class Verbs(Tense):
    """The people of one document, and the posts that verbs give them."""

    def told(self, post: Post, sentence: Sentence) -> list[Holding]:
        """ "X is director", "Y appointed X director", "X was elected as director", "X resigned as director"."""
        at = post.first - 1
        given: Mention | None = None
        once = ""
        while at > sentence.first and self.tokens[at].pos == "ADV":
            once = "former" if self.phrases.word(at) in ("previously", "formerly", "once", "earlier") else once
            at -= 1
        by_as = self.phrases.word(at) == "as"
        if self.phrases.word(at) == "to":
            return []
        deed = (self._deed(post, at, sentence) or self._beyond(post, at, sentence)) if by_as else []
        if deed:
            return deed
        behind = self._position(at, sentence)
        if behind:
            at, by_as = behind, True
        if at in self.named and not by_as:
            given, at = self.named[at], at - 1
        elif at in self.phrases.named and self.phrases.word(at - 1) in ("of", "from") and at - 2 in self.named and not by_as:
            given, at = self.named[at - 2], at - 3
        while given is not None and at > sentence.first and self.phrases.courtesy(at):
            at -= 1
        while given is not None and self.tokens[at].head == given.token and self.tokens[at].pos in ("NOUN", "ADJ"):
            at -= 1  # "named banker X finance minister"
        verb, record = self._governor(at, by_as, sentence, given is not None)
        if verb is None or record is None or self._unreal(verb):
            return []
        person = given
        if record.use == "object" and person is None:
            person = self._patient(verb)
        elif record.use in ("subject", "be") or record.lemma == "succeed":
            if given is not None and record.lemma != "succeed":
                return []
            person = self._subject(verb)
        if person is None:
            return []
        status = post.status or once or record.status
        above = self.tokens[verb.head]
        if record.lemma == "succeed" and any(v.status == "nominated" for v in verbs().get(above.lemma.lower(), ())):
            status = "nominated"
            person = self._patient(above) or person
        if status == "tense":
            perfect = any(c.dep == "aux" and c.lemma == "have" for c in self.doc.children(verb))
            status = "former" if verb.tag == "VBD" and not perfect and record.use == "subject" else ""
        status = "" if status == "held" else status
        if not status and record.use in ("be", "subject"):
            status = self._when(verb, record)
        if record.lemma == "act" and not post.title.startswith("Acting"):
            post = replace(post, title=f"Acting {post.title}")
        return [Holding(post, person, status, f"the verb {record.lemma!r}", self._appointer(verb, record, post))]

    def _deed(self, post: Post, at: int, sentence: Sentence) -> list[Holding]:
        """ "the resignation of X as director", "X's appointment as mayor", "swore in ministers, among them X as …" with "as" at ``at``."""
        word, end = self.phrases.word, at - 1
        if end in self.named:
            begin = end
            while begin > sentence.first and self.phrases.courtesy(begin - 1):
                begin -= 1
            noun = self.tokens[begin - 2] if word(begin - 1) == "of" else None
            status = self.settled(noun) if noun is not None and noun.i >= sentence.first else ""
            if not status:
                verb = next((t for t in reversed(self.tokens[max(sentence.first, begin - 14) : begin]) if t.pos in ("VERB", "AUX")), None)
                use = [r for r in verbs().get(verb.lemma.lower(), ()) if r.use == "object"] if verb is not None else []
                listed = verb is not None and any(word(k) in _LISTS for k in range(verb.i, begin))
                if word(begin - 1) == "with" and post.record.title not in _ROLES and (verb is None or not self._unreal(verb)):
                    # "the board will have six members, with X as chairman"
                    status = use[0].status if use and use[0].status in ("appointed", "nominated") else ""
                    return [Holding(post, self.named[end], post.status or status, WITH, self._whole(begin, sentence))]
                if verb is None or not use or begin - verb.i < 4 or self._unreal(verb) or (verb.tag == "VBN" and not listed):
                    return []
                if use[0].particle and word(verb.i + 1) != use[0].particle:
                    return []
                status, tail = use[0].status, self._appointer(verb, use[0], post) if listed else None
                return [Holding(post, self.named[end], post.status or status, "a deed told with the name and the post", tail)]
            return [Holding(post, self.named[end], post.status or status, "a deed told with the name and the post")]
        status = self.settled(self.tokens[end])
        owner = next((self._person(c) for c in self.doc.children(self.tokens[end]) if c.dep == "poss"), None) if status else None
        return [Holding(post, owner, post.status or status, "a deed told with the name and the post")] if owner is not None else []

    def _beyond(self, post: Post, at: int, sentence: Sentence) -> list[Holding]:
        """ "nominated X, the current head of Y, as ambassador to Z": the name behind the verb, with what it is between commas."""
        if self.phrases.word(at - 1) != "," or post.record.title in _ROLES:
            return []
        for verb in reversed(self.tokens[max(sentence.first, at - 24) : at - 1]):
            record = next((r for r in verbs().get(verb.lemma.lower(), ()) if r.use == "object" and not r.particle), None)
            if record is None or verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
                continue
            name = next((k for k in range(verb.i + 1, min(verb.i + 6, at)) if k in self.named), -1)
            lead = self.tokens[verb.i + 1 : name]
            if name < 0 or self.phrases.word(name + 1) != "," or name + 1 == at - 1 or any(t.pos in ("VERB", "ADP", "PUNCT") for t in lead):
                return []
            if self._unreal(verb) or any(t.text == ";" for t in self.tokens[name:at]):
                return []
            status = "" if record.status in ("held", "tense") else record.status
            tail = self._appointer(verb, record, post)
            return [Holding(post, self.named[name], post.status or status, f"the verb {record.lemma!r}", tail)]
        return []

    def _whole(self, at: int, sentence: Sentence) -> Mention | None:
        """The only body that a clause names before "with X as chairman", else the only one of the sentence."""
        found = [m for k, m in sorted(self.phrases.named.items()) if sentence.first <= k < sentence.last and m.kind in _BODIES]
        found = [m for m in found if m.token < at] or found
        return found[-1] if len({m.name for m in found}) == 1 else None

    def settled(self, noun: Token) -> str:
        """The status that a noun of taking or leaving a post gives it; "" for other nouns, and for what is only wished or denied."""
        status = nouns().get(noun.lemma.lower(), "")
        verb = noun
        for _ in range(3):
            verb = self.tokens[verb.head]
            if status and (verb.lemma.lower() in unsettled() or (verb.pos == "VERB" and self._unreal(verb))):
                return ""
        return "" if status == "held" else status

    def _position(self, at: int, sentence: Sentence) -> int:
        """The preposition of "for the post of", "to the position of", "from the office of" that ends at ``at``; 0 where none does."""
        if self.phrases.word(at) not in ("of", "as") or self.phrases.word(at - 1) not in _POSITIONS:
            return 0
        at -= 2
        while at > sentence.first and self.tokens[at].pos in ("DET", "PRON", "ADJ", "NOUN") and self.phrases.word(at) not in _TO_POST:
            at -= 1
        return at if self.phrases.word(at) in _TO_POST else 0

    def _appointer(self, verb: Token, record: PostVerb, post: Post) -> Mention | None:
        """The body or country that appoints ("EAC leaders named X …", "X was elected … by the Y Association")."""
        if record.use == "subject" and record.lemma != "succeed":
            return self._joined(verb)
        if record.use != "object":
            return None
        if self.phrases.word(post.last) == "by":
            return self.phrases.body(post.last + 1, self.doc.sentences[verb.sentence].last)
        children = list(self.doc.children(verb))
        goal = (g for c in children if c.dep == "prep" and c.text.lower() == "to" for g in self.doc.children(c))
        target = next((self.phrases.named[g.i] for g in goal if g.i in self.phrases.named), None)
        if target is not None and target.kind in _BODIES:
            return target  # "was moved to the Ministry of X as permanent secretary"
        heads = [c for c in children if c.dep == "nsubj" and c.i < verb.i]
        heads += [g for c in children if c.dep == "agent" for g in self.doc.children(c)]
        for head in heads:
            near = [head, *self.doc.children(head)]
            near += [g for c in near if c.dep == "prep" and c.text.lower() == "of" for g in self.doc.children(c)]
            found = [self.phrases.named[t.i] for t in near if t.i in self.phrases.named and t.dep not in ("appos", "conj")]
            bodies = [m for m in found if m.kind in (*_BODIES, "Country")]
            if bodies:
                return bodies[0]
        return None

    def _joined(self, verb: Token) -> Mention | None:
        """The body that somebody joins, moves to or works at ("joined X as director")."""
        near = [c for c in self.doc.children(verb) if c.dep == "dobj" and verb.lemma.lower() == "join"]
        near += [g for c in self.doc.children(verb) if c.dep == "prep" and c.text.lower() in ("to", "at") for g in self.doc.children(c)]
        named = [self.phrases.named[t.i] for t in near if t.i in self.phrases.named]
        found = [m for m in named if m.kind in _BODIES or (m.kind == "Place" and m.features.get("noun"))]
        return found[0] if len(found) == 1 else None

    def _governor(self, at: int, by_as: bool, sentence: Sentence, given: bool) -> tuple[Token | None, PostVerb | None]:
        if by_as:
            candidates = [self.tokens[self.tokens[at].head], *(self.tokens[k] for k in range(at - 1, max(sentence.first - 1, at - 7), -1))]
        else:
            candidates = [self.tokens[at]]
        for token in candidates:
            for record in verbs().get(token.lemma.lower(), ()):
                if token.pos not in ("VERB", "AUX") or record.use == "body":
                    continue
                if record.particle and not any(self.phrases.word(k) == record.particle for k in (token.i + 1, token.i + 2)):
                    continue
                if (by_as and record.use == "be") or (not by_as and record.use == "subject"):
                    continue
                if given and record.use != "object":
                    continue
                if by_as and record.use == "object" and any(r.use == "subject" for r in verbs()[record.lemma]) and self._active(token):
                    continue  # "moves to X as director"
                return token, record
        return None, None

    def _active(self, verb: Token) -> bool:
        """Whether a verb is neither passive nor has an object."""
        return verb.tag != "VBN" and not any(c.dep in ("dobj", "auxpass") for c in self.doc.children(verb))

    def _who(self, who: Token) -> Mention | None:
        """Whom a relative "who" means: the name right before it, else what its clause hangs on, through the post between ("X, a
        former governor of Y who is now …").
        """
        at = who.i - 1 - (self.phrases.word(who.i - 1) == ",")
        if at in self.named:
            return self.named[at]
        token = self.tokens[self.tokens[who.head].head]
        for _ in range(5):
            found = self._person(token)
            if found is not None or token.dep not in ("appos", "pobj", "prep", "conj"):
                return found
            token = self.tokens[token.head]
        return None

    def _person(self, token: Token) -> Mention | None:
        own = self.named.get(token.i)
        if own is None:  # "her predecessor, X, was …": the name in apposition says who
            own = next((self.named[c.i] for c in self.doc.children(token) if c.dep == "appos" and c.i in self.named), None)
        return own or self.other.get(token.i)

    def _subject(self, verb: Token) -> Mention | None:
        """The person who is the verb's subject, through relative clauses, conjunctions and participles."""
        if verb.dep in ("aux", "auxpass"):  # "was managing director" taken for a verb
            verb = self.tokens[verb.head]
        for _ in range(3):
            subject = next((c for c in self.doc.children(verb) if c.dep in _SUBJECTS), None)
            if subject is not None:
                if subject.text.lower() in ("who", "that", "which"):
                    return self._who(subject)
                return self._person(subject)
            if verb.dep in ("acl", "relcl") and self._person(self.tokens[verb.head]):
                return self._person(self.tokens[verb.head])
            if verb.dep not in ("conj", "xcomp", "advcl", "acl") or verb.head == verb.i:
                return None
            verb = self.tokens[verb.head]
        return None

    def _patient(self, verb: Token) -> Mention | None:
        """Whom the verb appoints: the subject of the passive, else the object, else the noun that the participle follows."""
        children = list(self.doc.children(verb))
        if any(c.dep == "auxpass" for c in children) or (verb.dep in ("acl", "relcl") and verb.tag == "VBN"):
            return self._subject(verb)
        target = next((c for c in children if c.dep in ("dobj", "nsubj") and c.i > verb.i and self._person(c)), None)
        if target is not None:
            return self._person(target)
        if verb.tag == "VBN" and verb.dep in ("advcl", "conj"):
            return self._subject(verb)
        return None

    def verb_posts(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention, str, str]]:
        """Person, body, title and status told by a verb: "X, who heads Y", "Y, headed by X"."""
        for token in self.doc.words(sentence):
            record = next((r for r in verbs().get(token.lemma.lower(), ()) if r.use == "body"), None)
            if record is None or token.pos != "VERB" or self._unreal(token):
                continue
            objects = [c.i for c in self.doc.children(token) if c.dep == "dobj"]
            bodies = [m for k in objects if (m := self.phrases.named.get(k) or self._office(k) or self._definite(k)) is not None]
            bodies = sorted(bodies, key=lambda m: m.kind not in _BODIES)  # "heads the Vilnius think tank X": the body, not where it is
            if bodies and bodies[0].kind in _BODIES:
                person, status = self._subject(token), ""
                if any(c.dep == "aux" and c.text.lower() == "to" for c in self.doc.children(token)):
                    person, status = self._chosen(token)
                if person is not None:
                    yield person, bodies[0], record.title, status or self._when(token, record)
            elif token.tag == "VBN" and (led := self._led(token)) in self.phrases.named and self.phrases.named[led].kind in _BODIES:
                agent = next((c for c in self.doc.children(token) if c.dep == "agent"), None)
                person = next((self.named[c.i] for c in self.doc.children(agent) if c.i in self.named), None) if agent is not None else None
                if person is not None:
                    yield person, self.phrases.named[led], record.title, ""

    def _led(self, verb: Token) -> int:
        """The token of what a participle says is led ("X, headed by Y", "X is now headed by Y"); -1 for the past and the future."""
        if verb.dep == "acl":
            return verb.head
        children = list(self.doc.children(verb))
        now = [c for c in children if c.dep == "auxpass" and c.text.lower() in ("is", "are", "been")]
        if not now or any(c.dep == "aux" and c.lemma.lower() not in ("have", "be") for c in children):
            return -1
        subject = next((c for c in children if c.dep == "nsubjpass"), None)
        if subject is None:
            return -1
        return verb.head if subject.text.lower() in ("which", "that") else subject.i

    def _office(self, at: int) -> Mention | None:
        """The body whose office somebody runs ("the Danish Dairy Board's office in Dubai")."""
        if self.phrases.word(at) not in _OFFICES:
            return None
        owners = [self.phrases.named[c.i] for c in self.doc.children(self.tokens[at]) if c.dep == "poss" and c.i in self.phrases.named]
        return owners[0] if owners and owners[0].kind in _BODIES else None

    def _definite(self, at: int) -> Mention | None:
        """ "the association", which some body told before is."""
        found = self.phrases.nominals.get(at)
        return found if found is not None and self.phrases.word(at - 1) == "the" and found.name not in _NO_BODIES else None

    def _chosen(self, token: Token) -> tuple[Mention | None, str]:
        """Whom a verb above an infinitive chooses, and as what ("nominated X to head …"); nobody where it is only a wish."""
        above = self.tokens[token.head]
        record = next(
            (r for r in verbs().get(above.lemma.lower(), ()) if r.use == "object" and r.status in ("appointed", "nominated")), None
        )
        if record is None or self._unreal(above):
            return None, ""
        inner = next((self._person(c) for c in self.doc.children(token) if c.dep == "nsubj"), None)
        return inner or self._patient(above), record.status
