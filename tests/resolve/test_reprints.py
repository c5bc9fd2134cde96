"""Which articles are prints of one story, and what becomes one by it."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from fixtures.reading import count, facts, reading, resolution
from fixtures.reprinted import LAST, LEAD, OTHER, SAME, STORY, bulletin
from kg.extract import kinds
from kg.read import read_text
from kg.resolve import Story, pairs, resolve, same_story, story
from kg.resolve.prints import BANDS, RUN, bands
from kg.resolve.reading import LocalEntity, LocalFact
from kg.resolve.reprints import NEAR, together
from kg.resolve.story import LONGEST, bands_of, story_of
from kg.resolve.twins import Print, twins
from kg.types import Evidence, PartialDate


def thing(index: int, name: str, named: bool = False) -> LocalEntity:
    return LocalEntity(index, "Event", name, ((name, 1),), "", "", "", named, name, "", (), ())


def told(article: str, index: int, quote: str, kind: str = "Meeting", status: str = "held", day: str = "2024-05-04") -> LocalFact:
    values = (("kind", kind), ("start", PartialDate.parse(day)))
    return LocalFact("event", (("event", index),), values, status, Evidence(article, 0, len(quote), quote), "a rule")


@pytest.mark.parametrize("what", sorted(SAME))
def test_one_story(what: str) -> None:
    one, other = (read_text(text, name) for text, name in ((STORY, "a"), (SAME[what], "b")))
    assert same_story(story_of(one), story_of(other))
    assert same_story(story_of(other), story_of(one))
    assert set(bands_of(one)) & set(bands_of(other))


@pytest.mark.parametrize("what", sorted(OTHER))
def test_another_story(what: str) -> None:
    one, other = (story_of(read_text(text, name)) for text, name in ((STORY, "a"), (OTHER[what], "b")))
    assert not same_story(one, other)
    assert not same_story(other, one)


@pytest.mark.parametrize(("one", "other"), [(0, 1), (0, 2), (1, 3), (0, 7)])
def test_another_day_of_a_bulletin_is_no_reprint(one: int, other: int) -> None:
    assert not same_story(*(story_of(read_text(bulletin(day), str(day))) for day in (one, other)))
    assert same_story(*(story_of(read_text(bulletin(one), name)) for name in "ab"))


@pytest.mark.parametrize("what", sorted(SAME))
def test_everything_is_told_once_by_both(what: str) -> None:
    alone, both = resolution(STORY), resolution(STORY, SAME[what])
    assert both.reprints == (("a", "a"), ("b", "a"))
    assert {f.key for f in both.facts} == {f.key for f in alone.facts}
    assert {e.key for e in both.entities} == {e.key for e in alone.entities}
    told = {fact.key: {e.article for e in fact.evidence} for fact in both.facts}
    assert set(map(frozenset, told.values())) == {frozenset("ab")}
    for entity in both.entities:
        if entity.type in ("Event", "Agreement"):
            assert entity.reason == "told in the same words by reprints of one story"
            assert entity.articles == ("a", "b")


@pytest.mark.parametrize("what", sorted(OTHER))
def test_of_two_stories_nothing_without_a_name_is_one(what: str) -> None:
    found = resolution(STORY, OTHER[what])
    assert not found.reprints
    assert all(len(e.articles) == 1 for e in found.entities if e.type in ("Event", "Agreement"))


def test_yesterday_means_what_it_meant_in_the_first_print() -> None:
    later = STORY.replace("4 May 2024", "6 May 2024").replace("Harbour Post", "Meridian Wire")
    for ids in ("ab", "ba"):  # whichever name comes first
        found = resolution(STORY, later, ids=ids)
        assert [line for line in facts(found, "agreement") if "signed=2024-05-03" in line]
        assert count(found, "Agreement") == 1
        assert facts(found) == facts(resolution(STORY))


def test_what_one_print_adds_stays_its_own() -> None:
    more = STORY.replace(LAST, f"{LAST}\n\nChile and Oman signed a loan agreement in Muscat on 2 May 2024.")
    found = resolution(STORY, more)
    assert found.reprints
    assert count(found, "Agreement") == 2
    added = [f for f in found.facts if {e.article for e in f.evidence} == {"b"}]
    assert {f.kind for f in added} == {"agreement", "signatory"}


def test_what_two_later_prints_have_and_the_first_lacks_is_one() -> None:
    more = STORY.replace(LAST, f"{LAST}\n\nChile and Oman signed a loan agreement in Muscat on 2 May 2024.")
    found = resolution(STORY, more, more + "\nEditor's note: this is a reprint.\n")
    assert count(found, "Agreement") == 2
    assert ("b", "c") in {e.articles for e in found.entities if e.type == "Agreement"}


def test_an_event_that_a_print_leaves_unnamed_is_the_named_one() -> None:
    named = STORY.replace(LEAD, f"{LEAD} The Lima Fisheries Forum 2024 was opened by Ana Souza.")
    found = resolution(named, STORY)
    assert found.reprints
    assert count(found, "Event") == count(resolution(named), "Event")


FIRST = Print("a", {0: thing(0, "meeting")}, {0: "event:a0"}, (told("a", 0, "Talks were held yesterday", day="2024-05-03"),))


@pytest.mark.parametrize(
    ("what", "entities", "facts", "one"),
    [
        ("the same words", [thing(0, "meeting")], [told("b", 0, "Talks were held\n yesterday")], True),
        ("other words", [thing(0, "meeting")], [told("b", 0, "Talks were held again yesterday")], False),
        ("another kind of event", [thing(0, "meeting")], [told("b", 0, "Talks were held yesterday", kind="Visit")], False),
        ("another status", [thing(0, "meeting")], [told("b", 0, "Talks were held yesterday", status="planned")], False),
        ("twice in it", [thing(0, "meeting")], [told("b", 0, f"{word} were held yesterday") for word in ("Talks", "TALKS")], False),
        ("by two of its events", [thing(n, "meeting") for n in (0, 1)], [told("b", n, "Talks were held yesterday") for n in (0, 1)], False),
        ("by one with a name", [thing(0, "Suva Talks 2024", named=True)], [told("b", 0, "Talks were held yesterday")], False),
    ],
)  # fmt: skip
def test_twins(what: str, entities: list[LocalEntity], facts: list[LocalFact], one: bool) -> None:
    other = Print("b", {e.index: e for e in entities}, {e.index: f"event:b{e.index}" for e in entities}, facts)
    found = twins([FIRST, other], kinds())
    assert found.keys == ({("b", 0): "event:a0"} if one else {}), what
    values = {name: str(value) for name, value in found.values.get(("b", 0), ())}
    assert values == ({"kind": "Meeting", "start": "2024-05-03"} if one else {}), what


def test_what_is_told_of_two_things_of_the_first_makes_nothing_one() -> None:
    facts = (told("a", 0, "They met."), told("a", 1, "Talks were held."))
    first = Print("a", {n: thing(n, "meeting") for n in (0, 1)}, {n: f"event:a{n}" for n in (0, 1)}, facts)
    other = Print("b", {0: thing(0, "meeting")}, {0: "event:b0"}, (told("b", 0, "They met."), told("b", 0, "Talks were held.")))
    assert not twins([first, other], kinds()).keys
    assert not twins([other, first], kinds()).keys


def test_the_order_of_the_readings_does_not_matter() -> None:
    readings = [reading(text, f"r{n}") for n, text in enumerate([*SAME.values(), *OTHER.values(), *map(bulletin, range(4))])]
    whole = resolve(readings, kinds())
    for seed in range(3):
        assert resolve(random.Random(seed).sample(readings, len(readings)), kinds()) == whole


def test_a_bucket_is_not_compared_all_with_all() -> None:
    bucket = [f"a{n:03}" for n in range(500)]
    assert len(list(pairs(bucket))) < NEAR * len(bucket)
    assert set(pairs(["b", "a", "c"])) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_articles_that_are_made_to_keep_a_reader_busy() -> None:
    """Neither their length nor the number of their sentences costs more than so much."""

    def made(name: str, words: int, sentences: int) -> Story:
        text = " ".join(f"word{n}" for n in range(words)) + ". " + ". ".join(f"S{name}{n}" for n in range(sentences)) + "."
        return story(name, None, None, text, [(0, len(text), "paragraph")])

    assert len(made("a", 2 * LONGEST, 10).runs) == LONGEST - RUN + 1
    assert same_story(made("a", 2 * LONGEST, 9_000), made("b", 2 * LONGEST, 9_000))
    assert same_story(made("a", 4_000, 400), made("b", 4_000, 400))
    assert not same_story(made("a", 4_000, 600), made("b", 4_000, 600))


def test_groups_hang_together() -> None:
    assert sorted(together([("a", "b"), ("c", "d"), ("b", "e")])) == [["a", "b", "e"], ["c", "d"]]


def test_bands_are_the_same_everywhere() -> None:
    """They are kept on disk: another version of the library that hashes otherwise must not pass unseen."""
    assert bands([]) == ()
    found = bands(["one two three four", "two three four five", "thrée four five six"])
    assert len(found) == BANDS
    code = "from kg.resolve.prints import bands\nprint(bands(['thrée four five six', 'two three four five', 'one two three four']))"
    for seed in ("0", "7"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        )
        assert told.stdout.strip() == str(found)
    assert found[:2] == (575536287879199094, 9147571054780252524)
