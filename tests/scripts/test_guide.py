"""The user guide becomes a page that needs nothing beside it, and nothing of it comes out raw."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts import guide
from scripts.guide import GuideError, inline, render, write_guide


class Page(HTMLParser):
    """What a browser makes of a page: its words outside of code, and what it points to."""

    EMPTY = ("meta", "img")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.sources: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)
        for name, value in attributes:
            for key, found in (("src", self.sources), ("href", self.links), ("id", self.anchors)):
                if name == key and value is not None:
                    found.append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "code"}.intersection(self.open):
            self.words.append(data)


def body(markdown: str) -> str:
    """Return what a text becomes between `<body>` and its end."""
    return render(markdown).partition("<body>\n")[2].partition("</body>")[0]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Page]:
    path = write_guide(tmp_path_factory.mktemp("help"))
    return path, Page(path.read_text(encoding="utf-8"))


def test_no_mark_of_the_guide_is_left(page: tuple[Path, Page]) -> None:
    words = "".join(page[1].words)
    assert re.findall(r".*(?:\*\*|`|\|-|\]\(|!\[|^#|^\||\\).*", words, re.MULTILINE) == []


def test_every_block_of_the_guide_is_there(page: tuple[Path, Page]) -> None:
    source = guide.GUIDE.read_text(encoding="utf-8")
    fences = source.count("\n```") // 2
    tags = page[1].tags
    for tag, pattern in (
        ("h2", r"^## "),
        ("img", r"^!\["),
        ("table", r"^\|(?: ?:?-+:? ?\|)+$"),
        ("li", r"^(?:[-*]|\d+\.) "),
    ):
        assert tags.count(tag) == len(re.findall(pattern, source, re.MULTILINE)), tag
    rows = len(re.findall(r"^\|", source, re.MULTILINE))
    empty_heads = len(re.findall(r"^(?:\| *)+\|$", source, re.MULTILINE))
    assert tags.count("tr") == rows - tags.count("table") - empty_heads
    assert tags.count("pre") == fences
    # every word of the source is on the page, in its order
    told = re.sub(r"\W+", " ", "".join(page[1].words))
    for line in source.splitlines():
        plain = re.sub(r"`[^`]*`|!\[.*|\[([^\]]*)\]\([^)]*\)|^\d+\.", r"\1", line)
        for part in re.split(r"\W*[|*]\W*|\W{2,}", plain):
            assert re.sub(r"\W+", " ", part).strip() in told, line


def test_pictures_lie_beside_the_page_and_links_lead_somewhere(page: tuple[Path, Page]) -> None:
    path, parsed = page
    assert parsed.sources
    for source in parsed.sources:
        assert (path.parent / source).read_bytes().startswith(b"\x89PNG")
    for link in parsed.links:
        if link.startswith("#"):
            assert link[1:] in parsed.anchors
        else:
            assert link.startswith("https://")


def test_constructs_become_what_they_mean() -> None:
    assert body("# Title\n\nOne\ntwo.\n") == '<h1 id="title">Title</h1>\n<p>One\ntwo.</p>\n'
    assert body("- a\n  b\n- c\n") == "<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>\n"
    assert body("1. a\n2. b\n") == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"
    assert body("| a | b |\n|---|---|\n| `x` \\| | **y** |\n") == (
        "<table>\n<tr><th>a</th><th>b</th></tr>\n"
        "<tr><td><code>x</code> |</td><td><strong>y</strong></td></tr>\n</table>\n"
    )
    assert body("| | |\n|---|---|\n| x | y |") == (
        "<table>\n<tr><td>x</td><td>y</td></tr>\n</table>\n"
    )
    assert body("```sh\na < b **c**\n\nd\n```\n") == (
        "<pre><code>a &lt; b **c**\n\nd</code></pre>\n"
    )
    assert inline("a *b* **c** [**e**](#f) snake_case 2 * 3 \\* & <") == (
        'a <em>b</em> <strong>c</strong> <a href="#f"><strong>e</strong></a> snake_case 2 * 3 * '
        "&amp; &lt;"
    )


def test_links_to_other_files_lead_to_the_project() -> None:
    assert 'href="https://github.com/pansharp/qgis-pansharp/blob/main/README.md#try-it"' in inline(
        "[README](../README.md#try-it)"
    )
    assert 'blob/main/docs/decisions.md"' in inline("[why](decisions.md)")
    assert '<a href="https://example.org">https://example.org</a>' in inline(
        "<https://example.org>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "> quoted",
        "<div>",
        "---",
        "    indented",
        "- a\n  - b",
        "Title\n=====",
        "| a | b |",
        "| a |\n|---|\n| b | c |",
        "```\nno end",
        "**no end",
        "`no end",
        "words\n```\ncode\n```",
        "[a](b c)",
        "a <br> b",
    ],
)
def test_what_would_come_out_raw_is_refused(text: str) -> None:
    with pytest.raises(GuideError):
        render(text)


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("![shot](images/none.png)\n")
    with pytest.raises(GuideError, match=r"images/none\.png, which is missing"):
        write_guide(tmp_path / "help", tmp_path / "guide.md")
