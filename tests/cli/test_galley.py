"""``printlayout galley``: lines to read, and the JSON by which composition is tested from outside."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pages import small
from printlayout.cli.main import run

from .conftest import Cli


def galley(capsys: pytest.CaptureFixture[str], text: str, measure: str, *settings: str) -> dict[str, Any]:
    words = ["--lang", "en", "galley", "--text", text, "--measure", measure, "--json"]
    for setting in settings:
        words += ["--set", setting]
    assert run(words) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def lines(document: dict[str, Any]) -> list[str]:
    return ["".join(char["char"] for char in line["chars"]) for line in document["lines"]]


def test_lines_to_read(cli: Cli) -> None:
    """R17's example: …… may open a line."""
    done = cli("galley", "--text", "他说他说……我不去", "--measure", "5字", "--set", "indent=0")
    assert (done.returncode, done.stdout, done.stderr) == (0, "他说他说\n……我不去\n", "")


def test_the_indent_is_shown(cli: Cli) -> None:
    done = cli("galley", "--text", "国" * 10, "--measure", "6字")
    assert done.stdout == "　　国国国国\n国国国国国国\n"


def test_the_shape_of_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    """``measure``, ``lines`` of ``chars`` with ``char``, ``x``, ``advance`` in em, ``findings``; nothing else."""
    document = galley(capsys, "国国国国国，国国国国国国国国", "6字", "composition=gb", "punctuation=全角", "indent=0")
    assert set(document) == {"measure", "lines", "findings"}
    assert document["measure"] == 6.0
    for line in document["lines"]:
        assert set(line) == {"chars"}
        for char in line["chars"]:
            assert set(char) == {"char", "x", "advance"}
            assert isinstance(char["x"], float) and isinstance(char["advance"], float)
        for one, other in zip(line["chars"], line["chars"][1:], strict=False):
            assert one["x"] + one["advance"] == pytest.approx(other["x"], abs=2e-5)
    assert document["lines"][0]["chars"][0] == {"char": "国", "x": 0.0, "advance": 1.0}
    for line in document["lines"][:-1]:
        last = line["chars"][-1]
        assert last["x"] + last["advance"] == pytest.approx(6, abs=0.01)


def test_the_indent_is_in_x(capsys: pytest.CaptureFixture[str]) -> None:
    document = galley(capsys, "国" * 10, "6字", "indent=2")
    assert [line["chars"][0]["x"] for line in document["lines"]] == [2.0, 0.0]
    assert [char["x"] for char in document["lines"][0]["chars"]] == [2.0, 3.0, 4.0, 5.0]


def test_marks_give_up_half_at_line_end(capsys: pytest.CaptureFixture[str]) -> None:
    """R36 against 全角: six characters and a comma on 6.5 字."""
    text = "国国国国国国，国国国国国国"
    half = galley(capsys, text, "6.5字", "punctuation=行末半角", "indent=0")
    assert lines(half) == ["国国国国国国，", "国国国国国国"]
    assert half["lines"][0]["chars"][-1] == {"char": "，", "x": 6.0, "advance": 0.5}


def test_no_character_is_lost_and_line_feeds_are_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    text = "他说：“好！”（2023年1月）\n第二行——也在……iPhone里。\n\n末行"
    document = galley(capsys, text, "8字", "indent=0")
    assert "".join(lines(document)) == text.replace("\n", "")
    joined = "\n".join(lines(document))
    assert "末行" in joined.splitlines() and not joined.startswith("\n")
    firsts = [line[:2] for line in lines(document) if line]
    assert "第二" in firsts


def test_an_added_hyphen_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    document = galley(capsys, "我用extraordinary词", "6字", "indent=0", "lang=zh-Hans")
    added = [char for line in document["lines"] for char in line["chars"] if char.get("added")]
    assert [char["char"] for char in added] == ["-"]
    assert set(added[0]) == {"char", "x", "advance", "added"}
    kept = "".join(char["char"] for line in document["lines"] for char in line["chars"] if not char.get("added"))
    assert kept == "我用extraordinary词"


def test_findings_carry_severity_code_and_message(capsys: pytest.CaptureFixture[str]) -> None:
    document = galley(capsys, "卦䷀名", "8字")
    (finding,) = document["findings"]
    assert (finding["severity"], finding["code"]) == ("warning", "font.fallback")
    assert "䷀" in finding["message"]


def test_a_character_no_font_has_exits_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["galley", "--text", "国\ue000", "--json"]) == 3
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["severity"], finding["code"]) == ("error", "font.missing-glyph")


def test_prohibition_levels_by_r16s_example(capsys: pytest.CaptureFixture[str]) -> None:
    text = "约翰约翰·史密斯"
    assert lines(galley(capsys, text, "4字", "indent=0", "composition=gb"))[:2] == ["约翰约", "翰·史密"]
    assert lines(galley(capsys, text, "4字", "indent=0", "composition=none"))[0] == "约翰约翰"


@pytest.mark.parametrize(
    "setting",
    [
        *(f"composition={value}" for value in ("none", "basic", "gb", "strict")),
        *(f"punctuation={value}" for value in ("全角", "开明", "行末半角", "半角")),
        *(f"region={value}" for value in ("CN", "TW", "HK")),
        *(f"hanging={value}" for value in ("off", "allow", "force")),
        *(f"autospace={value}" for value in ("0", "0.125", "0.25")),
        *(f"indent={value}" for value in ("0", "2", "1.5")),
        *(f"justify={value}" for value in ("on", "off")),
        *(f"breaker={value}" for value in ("optimum", "firstfit")),
        *(f"writing={value}" for value in ("horizontal", "vertical")),
        *(f"lang={value}" for value in ("zh-Hans", "zh-Hant", "zh-Hant-HK", "zh-CN")),
    ],
)
def test_every_setting_of_the_interface_is_taken(capsys: pytest.CaptureFixture[str], setting: str) -> None:
    text = "他说，“2023年iPhone”（好）。国国国国国国国国国"
    document = galley(capsys, text, "9字", setting)
    said = "".join(c["char"] for line in document["lines"] for c in line["chars"] if not c.get("added"))
    assert said == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--text"),
        (["--text", "国", "story.md"], "--text"),
        (["--text", "国", "--set", "indent"], "KEY=VALUE"),
        (["--text", "国", "--set", "composition=loose"], "loose"),
        (["--text", "国", "--set", "compsition=gb"], "compsition"),
        (["--text", "国", "--set", "autospace=wide"], "wide"),
        (["--text", "国", "--measure", "wide"], "wide"),
        (["--text", "国", "--measure", "0"], "0"),
        (["--text", "国", "--measure", "-3字"], "-3字"),
        (["--text", "国", "--style", "none"], "none"),
        (["--text", "国", "--layout", "none"], "none"),
        (["nowhere.md"], "nowhere.md"),
    ],
)
def test_wrong_input(cli: Cli, words: list[str], said: str) -> None:
    if "--measure" in words:
        words = [*words[:2], f"--measure={words[3]}"]
    done = cli("--lang", "en", "galley", *words)
    assert done.returncode in (2, 3), done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr and "internal error" not in done.stderr
    assert done.stdout == ""


def test_a_story_is_set_paragraph_by_paragraph(cli: Cli, tmp_path: Path) -> None:
    """Half-width marks are made full-width, as the layout has it; a heading is a line of its own."""
    issue = small.write(tmp_path / "issue", small.story("第一段,有一个逗号。", "## 小标题", "**段首**第二段。"))
    done = cli("galley", issue / "stories" / "one.md", "--measure", "12字")
    assert done.returncode == 0
    assert re.sub("　", "", done.stdout).splitlines() == ["第一段，有一个逗号。", "小标题", "段首第二段。"]


def test_a_galley_shows_tables_and_who_speaks(cli: Cli, tmp_path: Path) -> None:
    story = tmp_path / "a.md"
    story.write_text(
        "---\nqa: true\n---\n问：几岁？\n\n答：三岁。\n\n1. 甲\n\n```表格\n队,分\n江城,3\n```\n", encoding="utf-8"
    )
    done = cli("galley", str(story), "--measure", "12字", "--set", "indent=0")
    assert done.stdout.split() == ["问：几岁？", "答：三岁。", "1.", "甲", "队", "分", "江城", "3"]
