"""Whatever stands in the files, loading tells and never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from printlayout.base.diagnostics import Collector
from printlayout.base.messages import hint, message, what
from printlayout.spec.issues import load_issue

from .conftest import ISSUE, LAYOUT, STORY

FURNITURE = """\
  foot: {columns: 1-2, lines: 9-10, head: {headline: head}, pictures: [{columns: 1, lines: 2}], box: {fill: black 5%}}
inks: {red: {m: 100}, pink: red 8%}
strokes: {thin: {width: 0.25pt, ink: pink}}
furniture:
  - {name: a, kind: text, columns: 1, y: 1mm, height: 5mm, text: "{page}", style: body}
  - {kind: rule, x: 1mm, right: 9mm, lines: 1, stroke: thin}
"""
FILES = {"issue.yaml": ISSUE, "layouts/small.yaml": LAYOUT + FURNITURE, "stories/one.md": STORY}
BITS = [
    *("", "{", "}", "[", "]", ":", ": ", "\n", "\n  ", "- ", "&a ", "*a", "~", "null", "!!x ", "|", ">", '"', "'", "#"),
    *("-1", "0", "9" * 20, "9" * 5000, "1e999", "1-", "5-1", "..", "/", "extends: small", "extends: broadsheet", " "),
    *("\x00", "\ufeff", "\ufffd", "𠮷", "９", "%", "{page}", "{}", "---", "<<", "?", ",", "true", "--- ", "**", "\t"),
]


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    made = {}
    for name, text in FILES.items():
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(text)))
            end = min(len(text), start + draw(st.integers(0, 12)))
            text = text[:start] + draw(st.sampled_from(BITS)) + text[end:]
        data = text.encode()
        if draw(st.integers(0, 30)) == 0:
            place = draw(st.integers(0, len(data)))
            data = data[:place] + draw(st.binary(min_size=1, max_size=3)) + data[place:]
        made[name] = data
    return made


@settings(max_examples=400, deadline=None)
@given(mutated())
def test_a_mutated_issue_gives_findings_with_places(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(data)
        collector = Collector()
        issue = load_issue(root, collector)
        assert (issue is None) == collector.failed
        for finding in collector.findings:
            assert finding.span.file and what(finding, "zh") and what(finding, "en") and message(finding.code)
            assert finding.span.line or finding.code in ("spec.missing-file", "spec.too-large")
            hint(finding, "zh")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_may_stand_in_any_file(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    for target in FILES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, own in FILES.items():
                (root / name).parent.mkdir(exist_ok=True)
                (root / name).write_bytes(data if name == target else own.encode())
            load_issue(root, Collector())
