"""The command: issues and files, exit codes, forms of output for other programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pages import small
from printlayout.base.diagnostics import Finding, Severity, Span
from printlayout.cli.formats import junit, sarif

from .changes import coarse, paint
from .good import changed, made

FINDINGS = [
    Finding("preflight.type-small", Severity.ERROR, Span("a b.md", 3, 5, "“<小>”"), {"size": "4", "least": "5"}),
    Finding("preflight.no-caption", Severity.WARNING, Span("b.md"), {"story": 'x"&<', "picture": "p\x01.jpg"}),
    Finding("preflight.story-unplaced", Severity.INFO, args={"story": "s"}),
]


def run(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "printlayout", "--lang", "en", "preflight", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def test_a_good_file_and_a_bad_one(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(made("X-4"))
    (tmp_path / "bad.pdf").write_bytes(changed(paint("1 0 0 rg 0 0 5 5 re f")))
    done = run("good.pdf", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "all good, 1 page(s) checked\n", "")
    done = run("bad.pdf", cwd=tmp_path)
    assert done.returncode == 1
    assert "bad.pdf: error" in done.stderr and "[preflight.colour-rgb]" in done.stderr
    assert run("none.pdf", cwd=tmp_path).returncode == 2
    assert run(cwd=tmp_path).returncode == 2


def test_standard_and_profile_are_chosen(tmp_path: Path) -> None:
    (tmp_path / "x1a.pdf").write_bytes(made("X-1a"))
    assert run("x1a.pdf", "--standard", "X-1a", cwd=tmp_path).returncode == 0
    assert run("x1a.pdf", cwd=tmp_path).returncode == 1
    (tmp_path / "fine.pdf").write_bytes(changed(coarse(160)))
    assert "image-coarse" not in run("fine.pdf", cwd=tmp_path).stderr
    assert "image-coarse" in run("fine.pdf", "--profile", "coated", cwd=tmp_path).stderr
    assert run("fine.pdf", "--profile", "nobody", cwd=tmp_path).returncode == 2


def test_an_issue_is_examined_and_nothing_written(tmp_path: Path) -> None:
    issue = small.write(tmp_path / "issue", small.story(small.han(138)))
    before = sorted(tmp_path.rglob("*"))
    assert run("issue", cwd=tmp_path).returncode == 0
    (issue / "stories" / "spare.md").write_text(small.story("备用"), encoding="utf-8")
    done = run("issue", "--format", "json", cwd=tmp_path)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["preflight.story-unplaced"]
    assert sorted(path for path in tmp_path.rglob("*") if path.name != "spare.md") == before


def test_the_list_of_checks(tmp_path: Path) -> None:
    done = run("--list", cwd=tmp_path)
    assert done.returncode == 0
    assert "preflight.coverage                 page  error    coverage_limit coverage_area" in done.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_junit(lang: str) -> None:
    root = ElementTree.fromstring(junit(FINDINGS, lang, ["preflight.coverage", "preflight.type-small"]))
    assert root.tag == "testsuites"
    (suite,) = root
    assert suite.tag == "testsuite"
    counts = {"tests": "4", "failures": "1", "errors": "0", "skipped": "0"}
    assert suite.attrib == {"name": "printlayout", **counts}
    assert root.attrib == counts
    cases = list(suite)
    assert all(case.tag == "testcase" and {"name", "classname"} <= set(case.attrib) for case in cases)
    assert [[child.tag for child in case] for case in cases] == [["failure"], ["system-out"], ["system-out"], []]
    assert cases[0].attrib["name"] == "preflight.type-small a b.md:3:5"
    assert (cases[0].attrib["file"], cases[0].attrib["line"]) == ("a b.md", "3")
    assert cases[3].attrib["classname"] == "preflight.coverage"


def valid_sarif(log: dict[str, object]) -> None:
    """What SARIF 2.1.0 requires of the parts that are used (its schema's required keys and value sets)."""
    assert log["version"] == "2.1.0"
    assert str(log["$schema"]).endswith("sarif-2.1.0.json")
    (one,) = log["runs"]  # type: ignore[misc, attr-defined]
    driver = one["tool"]["driver"]
    assert driver["name"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for rule in driver["rules"]:
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help") if key in rule)
    assert one["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    for result in one["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert ids[result["ruleIndex"]] == result["ruleId"]
        for location in result.get("locations", ()):
            place = location["physicalLocation"]
            assert " " not in place["artifactLocation"]["uri"]
            region = place.get("region", {"startLine": 1, "startColumn": 1})
            assert region["startLine"] >= 1 and region["startColumn"] >= 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif(lang: str) -> None:
    log = json.loads(sarif(FINDINGS, lang, ["preflight.coverage"]))
    valid_sarif(log)
    results = log["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.md"},
        "region": {"startLine": 3, "startColumn": 5, "snippet": {"text": "“<小>”"}},
    }
    assert "locations" not in results[2]
    assert len(log["runs"][0]["tool"]["driver"]["rules"]) == 4


def test_forms_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(changed(paint("1 0 0 rg 0 0 5 5 re f")))
    done = run("bad.pdf", "--format", "sarif", cwd=tmp_path)
    log = json.loads(done.stdout)
    valid_sarif(log)
    assert (done.returncode, [result["ruleId"] for result in log["runs"][0]["results"]]) == (
        1, ["preflight.colour-rgb"],
    )  # fmt: skip
    done = run("bad.pdf", "--format", "junit", cwd=tmp_path)
    assert ElementTree.fromstring(done.stdout).attrib["failures"] == "1"
    done = run("bad.pdf", "--format", "github", cwd=tmp_path)
    assert done.stdout.startswith("::error file=bad.pdf,title=preflight.colour-rgb::")
    (tmp_path / "good.pdf").write_bytes(made("X-4"))
    valid_sarif(json.loads(run("good.pdf", "--format", "sarif", cwd=tmp_path).stdout))


def test_an_object_of_ours_names_its_source() -> None:
    """A fault found in the file leads back to the story through the display list."""
    from pdf.fontkit import Fonts
    from pdf.pages import META, page, text
    from printlayout.base.diagnostics import Collector
    from printlayout.model.press import NEWSPRINT
    from printlayout.pdf.standard import STANDARDS, Target
    from printlayout.pdf.writer import write
    from printlayout.preflight.file import check_file

    from .good import profile

    display = page([text("一二")])
    data = write([display], Fonts(), META, Target(NEWSPRINT, STANDARDS["X-4"], profile()))
    broken = data.replace(b"/OPM 1", b"/OPM 0")
    assert broken != data
    collector = Collector()
    check_file(broken, NEWSPRINT, "X-4", collector, "x.pdf", [display])
    assert [(finding.code, finding.span) for finding in collector.findings] == [
        ("preflight.black-knocks-out", Span("stories/a.md", 3, 1))
    ]
