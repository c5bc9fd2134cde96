"""People and bodies spoken of by other words than their names and posts: "the official", "the lender", "they", "the latter"."""

from __future__ import annotations

import pytest

from fixtures.reading import resolution


def speakers(text: str) -> list[str]:
    found = resolution(text)
    names = {e.key: e.name for e in found.entities}
    return [names[key] for f in found.facts if f.kind == "statement" and (key := f.role("speaker")) is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Rana Haddad and Ambassador Piet de Vries opened the plant. They said it was safe.", ["Piet de Vries", "Rana Haddad"]),
        ("Minister Rana Haddad and Ambassador Piet de Vries opened the plant. Both said it was safe.", ["Piet de Vries", "Rana Haddad"]),
        ("Minister Rana Haddad met Ambassador Piet de Vries. The latter said the plant was safe.", ["Piet de Vries"]),
        ("Farmers and traders gathered in Kisumu. They said prices were low.", []),
        ("Prime Minister Jorge Valdes of Paraguay opened a fair. The head of government said beef was cheap.", ["Jorge Valdes"]),
        ("Indian Commerce Secretary Rohit Jain arrived in Doha. The official said India wanted gas.", ["Rohit Jain"]),
        ("A customs official met Mayor Ana Lopes. The official said the port was closed.", []),
        ("Hyundai Marine opened an office in Lagos. The shipbuilder said it would hire engineers.", ["Hyundai Marine"]),
        ("The World Bank approved a loan for Nepal. The lender said it would go to schools.", ["World Bank"]),
        ("The Kenya Ports Authority cut its fees. The agency said Mombasa would gain.", ["Kenya Ports Authority"]),
        ("The Ministry of Finance and the Ministry of Energy are at odds. The ministry said the subsidy would end.", []),
    ],
)
def test_other_words(text: str, expected: list[str]) -> None:
    assert sorted(speakers(text)) == expected
