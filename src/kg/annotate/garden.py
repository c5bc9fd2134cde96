"""Garden paths mended: "The pact concluded in May will be signed" is no pact that concluded something.

A small parser takes the first past form behind a noun for the verb of the sentence, though it may be a participle and the real verb still
comes (Bever 1970, *The cognitive basis for linguistic structures*). The real verb then hangs below it without a subject of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.nlp import Word
from kg.data import words as lists

_SUBJECTS = ("nsubj", "nsubjpass")
_AUXILIARIES = ("aux", "auxpass")


def mend(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence with the participle below its noun and the verb above it."""
    found = _verbless(words)
    for at, verb in enumerate(words):
        if verb.tag != "VBD" or verb.pos != "VERB":
            continue
        subject = next((i for i, w in enumerate(words[:at]) if w.head == at and w.dep in _SUBJECTS and w.pos != "PRON"), None)
        real = next((i for i, w in enumerate(words) if i > at and w.head == at and w.dep == "ccomp" and _bare(words, i)), None)
        if subject is None or real is None or any(w.head == at and w.dep in (*_AUXILIARIES, "dobj", "neg") for w in words):
            continue
        passive = any(w.head == real and w.dep == "auxpass" for w in words)
        root = verb.head == at
        found[at] = replace(verb, tag="VBN", dep="acl", head=subject)
        found[real] = replace(words[real], dep=verb.dep, head=real if root else verb.head)
        found[subject] = replace(words[subject], dep="nsubjpass" if passive else "nsubj", head=real)
        for i, word in enumerate(words):  # what stands behind the real verb, and before the noun, is its own
            if word.head == at and (i > real or i < subject):
                found[i] = replace(word, head=real)
        break
    return found


def _verbless(words: Sequence[Word]) -> list[Word]:
    """ "The third round of talks on the pact ended in Lima.": a sentence without a verb, whose last participle is one."""
    found = list(words)
    root = next((i for i, w in enumerate(words) if w.head == i), None)
    if root is None or words[root].pos not in ("NOUN", "PROPN") or words[-1].text != ".":
        return found
    if any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words):
        return found
    loose = [i for i, w in enumerate(words) if w.tag == "VBN" and w.dep == "acl" and i > root]
    if len(loose) != 1 or not _alone(words[loose[0]]) or words[loose[0] + 1].text.lower() in ("by", "with"):
        return found
    verb = loose[0]
    found[verb] = replace(words[verb], tag="VBD", dep="ROOT", head=verb)
    found[root] = replace(words[root], dep="nsubj", head=verb)
    found[-1] = replace(words[-1], head=verb)
    return found


def _alone(verb: Word) -> bool:
    """Whether an event does it without anybody: it ends, opens, begins."""
    record = lists.event_verbs().get(verb.lemma.lower())
    return record is not None and not record.role


def _bare(words: Sequence[Word], at: int) -> bool:
    """Whether a verb has an auxiliary, and neither a subject nor a conjunction."""
    below = [w.dep for w in words if w.head == at]
    return words[at].pos == "VERB" and any(d in _AUXILIARIES for d in below) and not any(d in (*_SUBJECTS, "mark", "expl") for d in below)
