"""The user guide as one HTML page with its pictures, for the plugin's Help buttons.

    python3 scripts/guide.py OUT     # makes OUT/user-guide.html and the pictures beside it

Markdown is turned to HTML here, as packaging needs nothing but Python: headings, paragraphs, lists
of one level, tables, code, links, pictures, bold and italic. What would come out raw is refused.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "user-guide.md"
PAGE = "user-guide.html"
# what links of the guide to other files of the repository lead to
ONLINE = "https://github.com/pansharp/qgis-pansharp/blob/main/docs/"

STYLE = """
body { font: 16px/1.55 system-ui, sans-serif; margin: 2em auto; max-width: 56em; padding: 0 1.2em;
  color: #1d2529; background: #fff; }
h1, h2, h3 { line-height: 1.25; margin-top: 1.8em; }
h1 { margin-top: 0; }
img { max-width: 100%; border: 1px solid #c8d0d4; border-radius: 4px; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid #c8d0d4; padding: .35em .7em; text-align: left; vertical-align: top; }
code { background: #eef2f4; border-radius: 3px; padding: .1em .3em; }
pre { background: #eef2f4; border-radius: 4px; overflow-x: auto; padding: .8em 1em; }
pre code { background: none; padding: 0; }
nav { border-left: 3px solid #2a7f9e; margin: 1.5em 0; padding-left: 1em; }
nav a { display: inline-block; margin-right: 1.2em; }
a { color: #1c6f8d; }
@media (prefers-color-scheme: dark) {
  body { color: #dfe6e9; background: #1c2226; }
  code, pre { background: #2a3238; }
  th, td, img { border-color: #45525a; }
  a { color: #6fc3e0; }
}
"""


class GuideError(Exception):
    """The guide cannot be turned into a page; the message is one sentence."""


def write_guide(folder: Path, guide: Path = GUIDE) -> Path:
    """Write the page and its pictures into a folder, made if needed; return the page.

    Raises:
        GuideError: the guide holds what cannot be rendered, or names a picture that is missing.
    """
    markdown = guide.read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    for name in pictures(markdown):
        source, target = guide.parent / name, folder / name
        if not source.is_file():
            raise GuideError(f"{guide.name} shows {name}, which is missing: make screenshots.")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    page = folder / PAGE
    page.write_text(render(markdown), encoding="utf-8", newline="\n")
    return page


def pictures(markdown: str) -> list[str]:
    """Return the files of the pictures that a text shows, relative to it, each once."""
    shown = (match["image"] for match in _INLINE.finditer(markdown) if match["image"])
    return list(dict.fromkeys(shown))


def render(markdown: str) -> str:
    """Return the HTML page of a text.

    Raises:
        GuideError: naming the line that cannot be rendered.
    """
    body = _Blocks(markdown.splitlines())
    html = body.rendered()
    title = next((heading.text for heading in body.headings), "")
    links = "\n".join(
        f'<a href="#{heading.anchor}">{heading.html}</a>'
        for heading in body.headings
        if heading.level == 2
    )
    first, mark, rest = html.partition("</h1>\n")
    contents = f"{first}{mark}<nav>\n{links}\n</nav>\n{rest}" if mark and links else html
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{contents}</body>\n</html>\n"
    )


# Blocks ------------------------------------------------------------------------------------------

_FENCE = re.compile(r"```(\w*)$")
_HEADING = re.compile(r"(#{1,4}) (.+)$")
_ITEM = re.compile(r"(?:(?P<bullet>[-*])|(?P<number>\d+)\.) (?P<text>.+)$")
_RULER = re.compile(r"\|(?: *:?-+:? *\|)+$")
# quotations, HTML, rulers, underlined headings, tables without a ruler, code
_REFUSED = re.compile(r">|</?[a-z!]|([-*_] ?){3,}$|=+$|\||```")
_INNER_ITEM = re.compile(r"\s+(?:[-*]|\d+\.) ")


@dataclass(frozen=True)
class _Heading:
    level: int
    text: str
    html: str
    anchor: str


class _Blocks:
    """The lines of a text, read from the first to the last."""

    def __init__(self, lines: list[str]) -> None:
        self._lines, self._next = lines, 0
        self.headings: list[_Heading] = []

    def rendered(self) -> str:
        parts = []
        while self._next < len(self._lines):
            line = self._line
            if not line.strip():
                self._next += 1
            elif _FENCE.match(line):
                parts.append(self._code())
            elif _HEADING.match(line):
                parts.append(self._heading())
            elif line.startswith("|") and _RULER.match(self._after):
                parts.append(self._table())
            elif _ITEM.match(line):
                parts.append(self._list())
            else:
                parts.append(f"<p>{inline(self._paragraph())}</p>\n")
        return "".join(parts)

    @property
    def _line(self) -> str:
        return self._lines[self._next]

    @property
    def _after(self) -> str:
        return self._lines[self._next + 1] if self._next + 1 < len(self._lines) else ""

    def _code(self) -> str:
        start = self._next + 1
        self._next = start
        while self._next < len(self._lines) and self._line != "```":
            self._next += 1
        if self._next == len(self._lines):
            raise GuideError(f"The code that begins above line {start + 1} has no end.")
        text = "\n".join(self._lines[start : self._next])
        self._next += 1
        return f"<pre><code>{escape(text)}</code></pre>\n"

    def _heading(self) -> str:
        match = _HEADING.match(self._line)
        marks, text = match.groups() if match else ("", "")
        self._next += 1
        anchor = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        self.headings.append(_Heading(len(marks), _plain(text), inline(text), anchor))
        return f'<h{len(marks)} id="{anchor}">{inline(text)}</h{len(marks)}>\n'

    def _table(self) -> str:
        rows = []
        while self._next < len(self._lines) and self._line.startswith("|"):
            rows.append(_cells(self._line))
            self._next += 1
        head, _, *body = rows
        if any(len(row) != len(head) for row in rows):
            raise GuideError(f"The rows of the table above line {self._next + 1} differ in length.")
        html = ["<table>\n"]
        if any(head):
            html.append(_row(head, "th"))
        html += [_row(row, "td") for row in body]
        return "".join([*html, "</table>\n"])

    def _list(self) -> str:
        first = _ITEM.match(self._line)
        kind = "ol" if first and first["number"] else "ul"
        items = []
        while self._next < len(self._lines):
            match = _ITEM.match(self._line)
            if not match or bool(match["number"]) != (kind == "ol"):
                break
            self._lines[self._next] = match["text"]
            items.append(f"<li>{inline(self._paragraph(indented=True))}</li>\n")
        return f"<{kind}>\n{''.join(items)}</{kind}>\n"

    def _paragraph(self, indented: bool = False) -> str:
        """Return the lines up to the next block as one; those of an item may be indented."""
        start, lines = self._next, []
        while self._next < len(self._lines) and self._line.strip():
            line, words = self._line, self._line.strip()
            if self._next > start and (_ITEM.match(line) or _HEADING.match(line)):
                break
            refused = _REFUSED.match(words) or _INNER_ITEM.match(line)
            if refused or (line.startswith("    ") and not indented):
                raise GuideError(f"Line {self._next + 1} cannot be rendered: {words!r}.")
            lines.append(words)
            self._next += 1
        return "\n".join(lines)


def _cells(line: str) -> list[str]:
    inner = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    return [cell.strip().replace(r"\|", "|") for cell in inner]


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{inline(cell)}</{tag}>" for cell in cells) + "</tr>\n"


# Words -------------------------------------------------------------------------------------------

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|!\[(?P<alt>[^\]]*)\]\((?P<image>[^)\s]+)\)"
    r"|\[(?P<text>[^\]]+)\]\((?P<link>[^)\s]+)\)"
    r"|<(?P<address>https?://[^>\s]+)>"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*\s](?:[^*]*[^*\s])?)\*"
    r"|\\(?P<literal>[\\`*_\[\]()#+.!|<>-])"
)


_LEFT_OVER = re.compile(r"`|\*\*|\]\(|!\[|</?[a-z]")


def inline(text: str) -> str:
    """Return a text's words as HTML.

    Raises:
        GuideError: a mark has no end, or is none that is known here.
    """
    html, end = "", 0
    for match in _INLINE.finditer(text):
        html += _words(text[end : match.start()]) + _marked(match)
        end = match.end()
    return html + _words(text[end:])


def _words(text: str) -> str:
    if _LEFT_OVER.search(text):
        raise GuideError(f"A mark in these words cannot be rendered: {text.strip()!r}.")
    return escape(text, quote=False)


def _marked(match: re.Match[str]) -> str:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "code" in found:
        return f"<code>{escape(found['code'], quote=False)}</code>"
    if "image" in found:
        return f'<img src="{escape(found["image"])}" alt="{escape(found["alt"])}">'
    if "link" in found:
        return f'<a href="{escape(_address(found["link"]))}">{inline(found["text"])}</a>'
    if "address" in found:
        return f'<a href="{escape(found["address"])}">{escape(found["address"])}</a>'
    if "bold" in found:
        return f"<strong>{inline(found['bold'])}</strong>"
    if "italic" in found:
        return f"<em>{inline(found['italic'])}</em>"
    return escape(found["literal"], quote=False)


def _address(link: str) -> str:
    """Return where a link leads from the page: other files of the repository are not shipped."""
    if link.startswith("#") or re.match(r"[a-z]+:", link):
        return link
    parts: list[str] = []
    for part in PurePosixPath(link).parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    base = ONLINE
    while parts and parts[0] == "..":
        base = base.rstrip("/").rpartition("/")[0] + "/"
        parts.pop(0)
    return base + "/".join(parts)


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", inline(text))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="guide", description="Render the user guide.")
    parser.add_argument("folder", type=Path, metavar="OUT")
    given = parser.parse_args(arguments)
    try:
        print(write_guide(given.folder))
    except (GuideError, OSError) as error:
        print(f"guide: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
