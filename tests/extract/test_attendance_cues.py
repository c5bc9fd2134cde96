"""Phrases that open lists of those who take part."""

from __future__ import annotations

from fixtures.reading import document
from kg.extract import _attendance_cues


def test_looking_only_where_a_token_may_begin_a_cue_misses_none() -> None:
    text = (
        "Speakers: Ana Lee and Ben Cole. The meeting was co-chaired by Ana Lee. Among the guests were ministers from Chile. "
        "A delegation led by Ben Cole came, accompanied by Ana Lee. Also present at the talks were Ana Lee and Ben Cole."
    )
    doc = document(text)
    found = [m.span() for m in _attendance_cues._matches(doc)]
    assert found == [m.span() for m in _attendance_cues._pattern().finditer(doc.text)]
    assert len(found) >= 4
