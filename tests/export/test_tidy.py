from __future__ import annotations

import io

import pytest

from kg.export.tidy import Readable, Returns

TRIG = b"""@prefix b: <https://b.example/> .
@prefix a: <https://a.example/> .
a:g {
\tb:x b:p "1 ." ;
\t\tb:q "2" .
\tb:y b:p "3" .
}
a:h {
\tb:x b:p "4" .
}
"""
READABLE = b"""@prefix a: <https://a.example/> .
@prefix b: <https://b.example/> .

a:g {
\tb:x b:p "1 ." ;
\t\tb:q "2" .

\tb:y b:p "3" .
}
a:h {
\tb:x b:p "4" .
}
"""


@pytest.mark.parametrize("size", range(1, len(TRIG) + 1))
def test_wherever_it_is_cut(size: int) -> None:
    out = io.BytesIO()
    tidy = Readable(out, 2)
    for at in range(0, len(TRIG), size):
        tidy.write(TRIG[at : at + size])
    tidy.end()
    assert out.getvalue() == READABLE


def test_without_prefixes_and_without_a_last_line_end() -> None:
    out = io.BytesIO()
    tidy = Readable(out, 0)
    tidy.write(b"<a:x> <a:p> <a:y> .\n<a:z> <a:p> <a:y> .\n<a:zz> <a:p> <a:y> .")
    tidy.end()
    assert out.getvalue() == b"<a:x> <a:p> <a:y> .\n\n<a:z> <a:p> <a:y> .\n\n<a:zz> <a:p> <a:y> ."


def test_a_carriage_return_in_xml() -> None:
    out = io.BytesIO()
    assert Returns(out).write(b"a\rb\n") == 4
    assert out.getvalue() == b"a&#13;b\n"
