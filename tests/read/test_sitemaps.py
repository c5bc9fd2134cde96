"""Sitemaps of saved pages: which files are read by which addresses, what is stated of them, and what is refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg.engine import State
from kg.errors import InputError
from kg.pipeline import keep
from kg.read import articles, find
from kg.read.formats import sitemap as reader
from kg.types import Article, PartialDate

SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def page(number: int) -> str:
    return (
        f"<html><head><title>Fair {number} opens</title></head><body><article><h1>Fair {number} opens</h1><p>Kofi Asante, mayor of Tamale, "
        f"opened the trade fair number {number} in Tamale. The fair drew 300 exhibitors from nine countries.</p><p>Asante said that trade "
        "would grow, and thanked the exhibitors for coming so far.</p></article></body></html>"
    )


def urls(*locs: str, news: str = "") -> str:
    return f"<?xml version='1.0'?><urlset {SPACES}>" + "".join(f"<url><loc>{loc}</loc>{news}</url>" for loc in locs) + "</urlset>"


def index(*locs: str) -> str:
    return f"<sitemapindex {SPACES}>" + "".join(f"<sitemap><loc>{loc}</loc></sitemap>" for loc in locs) + "</sitemapindex>"


NEWS = (
    "<news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>"
    "<news:publication_date>2024-05-04T10:00:00+07:00</news:publication_date><news:title>Fair opens</news:title></news:news>"
)


def save(folder: Path, **files: str) -> None:
    for name, text in files.items():
        put(folder / name, text)


def put(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def read(*paths: Path) -> tuple[list[Article], list[str]]:
    problems: list[InputError] = []
    return list(articles(list(paths), refused=problems.append)), [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("https://news.example/a.html", "news.example/a.html"),
        ("https://news.example/a", "news.example/a"),
        ("https://news.example/a", "news.example/a.html"),
        ("https://news.example/a", "news.example/a/index.html"),
        ("https://news.example/a/", "news.example/a/index.html"),
        ("https://news.example", "news.example/index.html"),
        ("https://NEWS.example:8080/a.php", "news.example/a.php"),
        ("https://news.example:8080/a", "news.example:8080/a"),
        ("http://user@news.example/show?id=7&amp;p=1", "news.example/show?id=7&p=1"),
        ("http://news.example/show?id=7", "news.example/show?id=7.html"),
        ("https://news.example/H%C3%A0%20N%E1%BB%99i.html", "news.example/Hà Nội.html"),
        ("https://news.example/a%20b.html", "news.example/a%20b.html"),
        ("https://news.example/a.html", "a.html"),  # a mirror without folders of hosts
    ],
)
@pytest.mark.parametrize("place", ["sitemap.xml", "news.example/sitemap.xml", "news.example/maps/news.xml"])
def test_where_a_page_is_saved(tmp_path: Path, url: str, file: str, place: str) -> None:
    if not file.startswith("news.example") and "/" in place:
        place = "sitemap.xml"
    if ":8080/" in file and "/" in place:
        place = place.replace("news.example", "news.example:8080")
    put(tmp_path / file, page(1))
    put(tmp_path / place, urls(url))
    (article,), problems = read(tmp_path / place)
    assert not problems
    assert article.title == "Fair 1 opens" and article.url == url.replace("&amp;", "&")
    assert "Kofi Asante, mayor of Tamale" in article.text
    assert article.source == page(1)


def test_what_the_sitemap_states(tmp_path: Path) -> None:
    put(tmp_path / "news.example/a.html", page(1))
    put(tmp_path / "sitemap.xml", urls("https://news.example/a.html", news=NEWS))
    (article,), _ = read(tmp_path)
    assert (article.published, article.publisher, article.language) == (PartialDate(2024, 5, 4), "Harbour Post", "en")
    assert article.title == "Fair 1 opens"  # the page's own


@pytest.mark.parametrize("pack", [False, True])
def test_an_index_of_packed_sitemaps_and_each_page_once(tmp_path: Path, pack: bool) -> None:
    site = tmp_path / "news.example"
    for number in range(3):
        put(site / f"{number}.html", page(number))
    put(site / "index.xml", index("https://news.example/a.xml.gz", "https://news.example/b.xml", "https://news.example/index.xml"))
    first = urls("https://news.example/0.html", "https://news.example/1.html").encode()
    put(site / "a.xml.gz", gzip.compress(first, mtime=0) if pack else first)
    put(site / "b.xml", urls("https://news.example/1.html", "https://news.example/2.html", news=NEWS))
    for given in ([tmp_path], [site / "index.xml"], [site / "index.xml", site, tmp_path], [site / "b.xml", site / "a.xml.gz", site]):
        found, problems = read(*given)
        assert not problems
        assert [article.title for article in found] == [f"Fair {n} opens" for n in range(3)]
        assert [article.published for article in found] == [None, PartialDate(2024, 5, 4), PartialDate(2024, 5, 4)]


def test_a_folder_is_read_alike_with_its_sitemap_and_a_word_more(tmp_path: Path) -> None:
    put(tmp_path / "a.html", page(1))
    put(tmp_path / "old", page(2))
    before, _ = read(tmp_path)
    put(tmp_path / "sitemap.xml", urls("https://news.example/a.html", "https://news.example/old"))
    after, _ = read(tmp_path)
    assert [article.id for article in before] == ["a"]
    assert [article.id for article in after] == ["a", "old"]
    assert before[0].url is None and after[0].url == "https://news.example/a.html"


def test_what_a_sitemap_says_anew_is_read_anew(tmp_path: Path) -> None:
    put(tmp_path / "a.html", page(1))
    state, keys = State(":memory:", "x"), []
    for text in (urls("https://news.example/a.html"), urls("https://news.example/a.html", news=NEWS)):
        put(tmp_path / "sitemap.xml", text)
        assert keep([tmp_path], state) == 1
        keys.append(state.key("a"))
    assert keys[0] != keys[1]
    told = state.described("a")
    assert told is not None and told.published == PartialDate(2024, 5, 4)


SECRET = "secret, which nobody is to read, of the mayor of Tamale, who opened the fair in Tamale."


@pytest.mark.parametrize(
    "url",
    [
        "file:///SECRET",
        "https://news.example/../secret.txt",
        "https://news.example/../../secret.txt",
        "https://news.example/%2e%2e/secret.txt",
        "https://news.example/a/..%2f..%2fsecret.txt",
        "https://news.example/..%5csecret.txt",
        "https://../secret.txt",
        "https://news.example/..%00/secret.txt",
        "https://outer/secret.txt",
        "https://other.example/../secret.txt",
        "https://news.example/show?x=/../../../secret.txt",
        "https://news.example/link.txt",
        "https://news.example/.hidden.txt",
        "//news.example/secret.txt",
        "/secret.txt",
        "secret.txt",
        "javascript:alert(1)",
        "https://[::1/secret.txt",
        "ftp://news.example/secret.txt",
    ],
)
def test_tricks_with_paths_are_refused_and_counted(tmp_path: Path, url: str) -> None:
    site = tmp_path / "outer" / "news.example"
    put(tmp_path / "outer" / "secret.txt", SECRET)
    put(tmp_path / "secret.txt", SECRET)
    put(site / "good.html", page(1))
    put(site / ".hidden.txt", SECRET)
    put(site / "a" / "x.html", page(2))
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    put(site / "sitemap.xml", urls(url.replace("SECRET", str(tmp_path / "secret.txt")), "https://news.example/good.html"))
    found, (problem,) = read(site / "sitemap.xml")
    assert [article.title for article in found] == ["Fair 1 opens"]
    assert "1 of its 2 addresses lead out of the folder of saved pages or are no web addresses" in problem


def test_a_folder_that_is_a_link_leads_out_too(tmp_path: Path) -> None:
    put(tmp_path / "secret" / "a.html", SECRET)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "news.example").symlink_to(tmp_path / "secret")
    put(tmp_path / "site" / "sitemap.xml", urls("https://news.example/a.html"))
    found, (problem,) = read(tmp_path / "site" / "sitemap.xml")
    assert not found and "1 of its 1 addresses lead out" in problem


def test_a_sitemap_that_lists_itself_and_a_feed(tmp_path: Path) -> None:
    item = "<item><title>Fair</title><description>The fair in Tamale drew 300 exhibitors from nine countries.</description></item>"
    put(tmp_path / "feed.xml", f"<rss version='2.0'><channel><title>Post</title>{item}</channel></rss>")
    put(tmp_path / "sitemap.xml", urls("https://news.example/sitemap.xml", "https://news.example/feed.xml"))
    (article,), problems = read(tmp_path)
    assert not problems and article.publisher == "Post"


def test_hosts_of_other_folders_are_not_looked_into(tmp_path: Path) -> None:
    put(tmp_path / "other.example" / "a.html", page(1))
    put(tmp_path / "news.example" / "sitemap.xml", urls("https://other.example/a.html"))
    found, (problem,) = read(tmp_path / "news.example" / "sitemap.xml")
    assert not found and "1 of its 1 addresses have no saved page (the first: 'https://other.example/a.html')" in problem


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (f"<urlset {SPACES}><url><loc>https://news.example/a.html</loc>", "the sitemap cannot be read"),
        (gzip.compress((urls("https://news.example/a.html") + " " * 200_000).encode())[:-9], "the sitemap cannot be read"),
        (
            '<!DOCTYPE urlset [<!ENTITY a "b">]><urlset><url><loc>https://news.example/a.html</loc></url></urlset>',
            "a document type of its own",
        ),
        (urls(*(f"https://news.example/{n}" for n in range(12))), "lists more than 10 addresses"),
        (gzip.compress(urls("https://news.example/a.html").encode() + b" " * 5_000_000), "more than 1000000 bytes, unpacked"),
        (index("https://news.example/a.html"), "it is no sitemap"),
    ],
)
def test_a_sitemap_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str | bytes, words: str) -> None:
    monkeypatch.setattr(reader, "MAX_ADDRESSES", 10)
    monkeypatch.setattr(reader, "MAX_BYTES", 1_000_000)
    put(tmp_path / "sitemap.xml.gz", data)
    put(tmp_path / "a.html", page(1))
    found, problems = read(tmp_path)
    assert len(found) == 1 and len(problems) == 1 and words in problems[0]


def test_entities_bring_nothing_in(tmp_path: Path) -> None:
    """Neither a file nor a text that grows without bound, in either encoding."""
    put(tmp_path / "a.html", page(1))
    put(tmp_path / "secret", "https://news.example/a.html")
    for entity in (f'SYSTEM "{(tmp_path / "secret").as_uri()}"', '"https://news.example/a.html"'):
        for encoding in ("utf-8", "utf-16"):
            text = f"<!DOCTYPE urlset [<!ENTITY x {entity}>]><urlset><url><loc>&x;</loc></url></urlset>"
            put(tmp_path / "sitemap.xml", text.encode(encoding))
            found, problems = read(tmp_path / "sitemap.xml")
            assert not found and "document type" in problems[0]


def test_a_feed_is_still_a_feed(tmp_path: Path) -> None:
    text = page(1)[:300].replace("<", "&lt;")
    item = f"<item><title>Fair</title><description>{text}</description></item>"
    put(tmp_path / "a.xml", f"<rss version='2.0'><channel><title>Post</title>{item}</channel></rss>")
    (article,), problems = read(tmp_path)
    assert not problems and article.publisher == "Post"


def test_an_index_with_too_many_sitemaps_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.sitemaps.MOST_SITEMAPS", 2)
    put(tmp_path / "news.example/a.html", page(1))
    put(tmp_path / "sitemap.xml", index(*(f"https://news.example/{n}.xml" for n in range(4))))
    for n in range(4):
        put(tmp_path / f"news.example/{n}.xml", urls("https://news.example/a.html"))
    problems: list[InputError] = []
    sources = find([tmp_path / "sitemap.xml"], refused=problems.append)
    assert [source.id for source in sources] == ["a"]
    assert "the index leads to more than 2 sitemaps" in str(problems[0])
