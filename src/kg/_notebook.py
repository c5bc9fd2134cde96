"""The explorer inside a notebook: an object that Jupyter and its kin show as HTML, without needing any of them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

# of an origin of its own: what the page holds cannot reach the notebook, its cookies or its kernel. A link to an article opens a window
# of its own, without these limits, or the news page would not work in it.
_SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True, slots=True)
class Inline:
    """A whole HTML page to be shown in a frame of its own, ``height`` pixels high and as wide as the notebook."""

    page: str
    title: str
    height: int

    def _repr_html_(self) -> str:
        style = f"width: 100%; height: {self.height}px; border: 1px solid #8888; border-radius: 4px"
        return f'<iframe title="{escape(self.title)}" sandbox="{_SANDBOX}" style="{style}" srcdoc="{escape(self.page)}"></iframe>'

    def __repr__(self) -> str:
        return f"<{self.title}: {len(self.page)} characters of HTML; the last line of a notebook's cell shows it>"
