"""Garden paths mended: "The pact concluded in May will be signed" is no pact that concluded something.

A small parser takes the first past form behind a noun for the verb of the sentence, though it may be a participle and the real verb still
comes (Bever 1970, *The cognitive basis for linguistic structures*). The real verb then hangs below it without a subject of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.nlp import Word

_SUBJECTS = ("nsubj", "nsubjpass")
_AUXILIARIES = ("aux", "auxpass")


def mend(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence with the participle below its noun and the verb above it."""
    found = list(words)
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


def _bare(words: Sequence[Word], at: int) -> bool:
    """Whether a verb has an auxiliary, and neither a subject nor a conjunction."""
    below = [w.dep for w in words if w.head == at]
    return words[at].pos == "VERB" and any(d in _AUXILIARIES for d in below) and not any(d in (*_SUBJECTS, "mark", "expl") for d in below)
