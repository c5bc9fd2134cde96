"""The explorer in a notebook: what a cell is given to show."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from fixtures import made_up
from kg.errors import InputError
from kg.explore import page
from kg.graph import Graph


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())


class Frames(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_it_is_one_frame_that_holds_the_page_and_is_shut_off(graph: Graph) -> None:
    shown = graph.view(title='A "graph" <b>', height=500)
    ((tag, attributes),) = Frames(shown._repr_html_()).found
    assert tag == "iframe"
    assert attributes["srcdoc"] == page(graph, 'A "graph" <b>', ask=False)
    assert attributes["title"] == 'A "graph" <b>'
    assert "height: 500px" in str(attributes["style"])
    allowed = set(str(attributes["sandbox"]).split())
    assert "allow-scripts" in allowed and "allow-same-origin" not in allowed and "allow-top-navigation" not in allowed


def test_it_is_the_same_every_time_and_short_to_print(graph: Graph) -> None:
    assert graph.view() == graph.view()
    assert len(repr(graph.view())) < 200
    assert len(graph.view(ask=True).page) > 2 * len(graph.view().page)


@pytest.mark.parametrize("height", [0, 199, 4001])
def test_another_height_is_refused(graph: Graph, height: int) -> None:
    with pytest.raises(InputError, match="give pixels from 200 to 4000"):
        graph.view(height=height)
