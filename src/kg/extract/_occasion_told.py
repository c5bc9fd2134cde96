"""Whether the words of a mention make it a real, particular event: no plural, no sort of event, no body or venue of such a name."""

from __future__ import annotations

from kg.data.words import event_nouns, event_verbs
from kg.extract._mood import rumour
from kg.extract._occasion_clauses import Clause, ceremony_of, event_verb, verb_of
from kg.extract._occasion_words import kind_of, words
from kg.extract._syntax import Syntax
from kg.types import Mention, Token


def particular(syntax: Syntax, mention: Mention, token: Token) -> bool:
    """A single event: no plural, no sort of event, no noun that names none."""
    noun = mention.name.lower()
    again = noun in words("never") and mention.definite
    if again and any(m.end <= mention.start and m.name.lower().endswith(f" {noun}") for m in syntax.doc.mentions if m.kind == "Event"):
        return True  # "The discussion" behind "a round-table discussion"
    if noun in words("never") or (mention.features.get("plural") == "1" and kind_of(mention) != "Election"):
        return False
    if noun.split()[-1] in words("never") and len(noun.split()) == 1:
        return False
    if noun == "evening" and not mention.text.lower().startswith(("the ", "this ")):
        return False
    behind = [m for _, t in syntax.prepositions(token, "of") if (m := syntax.mention(t, "name")) is not None]
    if noun == "edition" and any(m.kind == "Event" for m in behind):
        return False  # "the 2024 edition of the Lomé Fair": the fair speaks for itself
    over = syntax.head(token)
    if noun.split()[-1] == "mission" and token.dep == "nsubj" and over is not None and over.lemma.lower() in ("visit", "tour"):
        return False  # "a mission of 30 firms will tour Peru": the verb tells the visit
    if noun == "mission" and any(syntax.mention(t, "name") is not None for _, t in syntax.prepositions(token, "in")):
        return False  # "spent $2 million on its mission in Tashkent": an embassy
    if token.dep == "attr" and over is not None and syntax.negated(over):
        return False  # "It was not the first gathering of this kind"
    if ceremony_of(syntax, token) or (noun == "edition" and mention.features.get("det") in ("its", "their")):
        return False
    before = [t.text.lower() for t in syntax.doc.words(syntax.sentence(token)) if mention.start <= t.start < token.start]
    if any(w in words("kind-of") for w in before):
        return False
    bare = not before and noun not in words("talks") and kind_of(mention) != "Election"
    if bare and noun in words("weak") and token.tag == "NN":
        return False  # "Town sets course for growth"
    heading = syntax.doc.article.blocks[syntax.sentence(token).block].role in ("title", "heading", "item")
    if bare and not heading and token.tag in ("NN", "NNP") and not mention.definite:
        return False
    head = syntax.head(token)
    if token.dep == "pobj" and head is not None and head.text.lower() == "of":
        over = syntax.head(head)
        if over is not None and (over.lemma.lower() in ("kind", "type", "sort", "lack", "number") or rumour(syntax, over)):
            return False  # "rumours of a visit"
    return not (token.dep == "pobj" and head is not None and head.text.lower() == "without")


def tells_enough(syntax: Syntax, mention: Mention, around: tuple[Clause, ...], told: list[str], dated: bool, placed: bool) -> bool:
    """Whether a mention says enough by itself."""
    if mention.form in ("name", "acronym", "verb"):
        return True
    noun = mention.name.lower()
    about = [c for c in around if holds(syntax, c)]
    if (
        (about or kind_of(mention) != "Election")
        and noun.split()[-1] in words("closes")
        and all(c.verb.lemma.lower() in ("close", "open") for c in about)
    ):
        return False  # "the competition closes on 5 May" to entries
    if noun.split()[-1] in words("assembly") and around and all(c.role == "subject" and not holds(syntax, c) for c in around):
        return False  # "the congress approved the treaty": a body
    weak = noun in words("weak") or (noun.split()[-1] in words("weak") and len(noun.split()) == 1)
    generic = mention.features.get("generic") == "1"
    if generic and not mention.definite:
        return bool(about)
    if weak and placed and mention.definite and kind_of(mention) == "Visit":
        return True  # "cut short her trip to Canada"
    if weak:
        about = [c for c in about if syntax.particle(c.verb) not in words("put-off")]
        if kind_of(mention) == "Election" and dated:  # "go to the polls on Sunday"
            about.extend(c for c in around if c.prep == "to" and c.verb.lemma.lower() in ("go", "head", "return"))
        if about and any(c.prep == "to" for c in about):
            return True
        if kind_of(mention) == "Event":  # "the launch of a bank is expected in May" gathers nobody
            about = [
                c for c in about if event_verbs().get(event_verb(syntax, c.verb)) is not None and c.verb.lemma not in ("plan", "schedule")
            ]
        about.extend(c for c in around if c.role == "patient" and c.verb.lemma.lower() in words("tells") and (dated or placed))
        return bool(about) and (dated or placed or any(c.role in ("subject", "patient") for c in about))
    if mention.form == "pronoun":
        return bool(about) and (dated or placed)
    return any(told) or dated or placed or bool(about)


def holds(syntax: Syntax, clause: Clause) -> bool:
    """The clause's verb is one of events, with the event in the right place for it."""
    record = event_verbs().get(event_verb(syntax, clause.verb))
    lemma = syntax.particle(clause.verb)
    if clause.role in ("subject", "patient") and (lemma in words("ahead") or lemma in words("called-off") or lemma in words("put-off")):
        return True
    if clause.role == "subject" and any(c.text.lower() in words("ahead") for c in syntax.children(clause.verb, "acomp")):
        return True
    if record is None:
        return False
    if clause.role == "patient":
        return record.object == "event"
    if clause.role == "subject":
        return record.object == "none" and not record.role
    return (record.object == "event" and clause.role == "oblique") or (record.role == "speaker" and clause.prep == "at")


def acts_as_body(syntax: Syntax, token: Token) -> bool:
    """A name that acts as a body ("compiled by the Green Cities Forum"), or one among things that are only proposed."""
    verb = verb_of(syntax, token)
    head = syntax.head(token)
    if head is not None and token.dep == "pobj" and head.dep == "agent" and verb is not None:
        return True
    return verb is not None and verb.i < token.i and verb.lemma.lower() in ("propose", "suggest") and verb.tag in ("VBD", "VBN", "VBZ")


def venue_of_another(syntax: Syntax, verb: Token, token: Token) -> bool:
    """ "The fair was held at the Jakarta Expo": what is held in it makes a name a venue's."""
    held = syntax.child(verb, "nsubjpass")
    mention = syntax.mention(held) if held is not None and held.i != token.i else None
    return mention is not None and mention.kind == "Event" and event_verb(syntax, verb) in ("hold", "stage", "organize", "organise", "host")


def kind_told(syntax: Syntax, mention: Mention) -> str:
    """The kind of its noun; an acronym's is that of the name it stands for."""
    kind = kind_of(mention)
    whole = syntax.doc.aliases.get(mention.name, "") if kind == "Event" and mention.form in ("name", "acronym") else ""
    return next((event_nouns()[w].kind for w in reversed(whole.lower().split()) if w in event_nouns()), kind)
