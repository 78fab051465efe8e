"""The YAML door: places, encodings, limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector, Severity
from printlayout.base.messages import hint
from printlayout.spec.document import Mapping, Scalar, parse, plain, read_document


def told(text: str | bytes, tmp_path: Path) -> list[tuple[str, int, int]]:
    path = tmp_path / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    collector = Collector()
    read_document(path, collector)
    return [(f.code, f.span.line, f.span.column) for f in collector.findings]


def test_every_node_knows_its_place() -> None:
    node = parse("键:\n  - 值: 一\n", "a.yaml", Collector(), first_line=5)
    assert isinstance(node, Mapping)
    value = node.get("键").items[0].get("值")  # type: ignore[union-attr]
    assert isinstance(value, Scalar)
    assert (value.span.file, value.span.line, value.span.column, value.span.excerpt) == ("a.yaml", 6, 8, "  - 值: 一")


def test_a_block_text_stands_where_its_first_character_does() -> None:
    node = parse("a: |\n  一\n  二\n", "a.yaml", Collector())
    assert isinstance(node, Mapping)
    assert str(node.get("a").span) == "a.yaml:2:3"  # type: ignore[union-attr]


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    node = parse("a: 一行\n  二行 x\n  y\nb: 'x\n  y'\n", "a.yaml", Collector())
    assert node is not None
    assert plain(node) == {"a": "一行二行 x y", "b": "x y"}


def test_words_stay_words() -> None:
    node = parse("{a: no, b: 1:30, c: 7, d: true, e: ~, f: '7', g: 2023-01-13, h: 1.5}", "a", Collector())
    assert node is not None
    assert plain(node) == {
        "a": "no", "b": "1:30", "c": 7, "d": True, "e": None, "f": "7", "g": "2023-01-13", "h": 1.5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "spec.empty", 1, 1),
        ("# nothing\n", "spec.empty", 1, 1),
        ("a: 1\na: 2\n", "spec.duplicate-key", 2, 1),
        ("a: 1\n---\nb: 2\n", "spec.several-documents", 2, 1),
        ("a: &x [*x]\n", "spec.cycle", 1, 8),
        ("a: *x\n", "spec.unknown-anchor", 1, 4),
        ("a:\n\t- b\n", "spec.syntax", 2, 1),
        ("a: b: c\n", "spec.syntax", 1, 5),
        ("标题".encode("gbk"), "spec.not-utf8", 1, 1),
        ("a: 1\nb: 二".encode()[:-1], "spec.not-utf8", 2, 4),
        ("a: 1".encode("utf-16"), "spec.not-utf8", 1, 1),
        ("\ufeffa: 1", "spec.bom", 1, 1),
        ("a: \x00b", "spec.odd-character", 1, 4),
        ("a: \ufffd", "spec.odd-character", 1, 4),
        ("a: " + "[" * 100 + "]" * 100, "spec.too-large", 1, 43),
        ("a: !x b", "spec.tag", 1, 4),
    ],
)
def test_faults(text: str | bytes, code: str, line: int, column: int, tmp_path: Path) -> None:
    assert told(text, tmp_path) == [(code, line, column)]


def test_a_bomb_of_aliases_does_not_go_off(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert [code for code, _, _ in told("\n".join(lines), tmp_path)] == ["spec.too-large"]


def test_a_byte_order_mark_does_not_shift_places(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1")
    collector = Collector()
    node = read_document(path, collector)
    assert isinstance(node, Mapping) and node.entries[0][0].span.column == 1
    assert collector.findings[0].severity is Severity.INFO


def test_a_full_width_colon_is_recognised() -> None:
    collector = Collector()
    parse("paper: 报\ndate：2023-01-13\npages: []\n", "a.yaml", collector)
    assert "全角冒号" in hint(collector.findings[0], "zh")


def test_a_file_of_megabytes_is_refused(tmp_path: Path) -> None:
    assert [code for code, _, _ in told(b"#" * 4_000_001, tmp_path)] == ["spec.too-large"]
