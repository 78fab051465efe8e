"""Signing, taking back, and a build that meets a signature."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from printlayout import __version__
from printlayout.base.diagnostics import Collector, Severity
from printlayout.release.record import FILE, Event, SignRecord, read_record, record_text, write_record
from printlayout.release.sign import Desk

from .conftest import AT, House, codes


def record(house: House) -> SignRecord:
    found = read_record(house.root, Collector())
    assert found is not None
    return found


def test_a_signature_holds_the_file_and_all_that_went_into_it(house: House) -> None:
    house.build()
    made, told = house.sign(2)
    assert codes(told) == []
    data = house.press(2).read_bytes()
    signing = record(house).signed(2)
    assert signing is not None and [replace(signing, span=made[0].span)] == made
    assert (signing.at, signing.by, signing.program) == ("2023-01-13T00:41:10+08:00", "李文", __version__)
    assert (signing.file, signing.bytes) == ("xinbao-20230113-02.pdf", len(data))
    assert signing.sha256 == hashlib.sha256(data).hexdigest()
    names = [name for name in signing.inputs if not name.startswith(("shipped:", "press "))]
    assert names == ["issue.yaml", "issue.yaml page 02", "layouts/small.yaml", "stories/two.md",
                     "font 宋-400", "font 宋-900"]  # fmt: skip
    story = (house.root / "stories" / "two.md").read_bytes()
    assert signing.inputs["stories/two.md"] == hashlib.sha256(story).hexdigest()
    assert "press newsprint" in signing.inputs
    assert record(house).signed(1) is None


def test_the_record_reads_back_what_was_written(house: House) -> None:
    event = Event(7, "signed", "2023-01-13T00:41:10+08:00", '李 "文": #1\\', "", "a-07.pdf", 12, "0" * 64, 3, "0.1.0",
                  {"stories/《甲》: 乙.md": "1" * 64})  # fmt: skip
    wrote = (
        SignRecord()
        .with_event(event)
        .with_event(replace(event, page=8, action="unsigned", reason="- 否: [x", warnings=0))
    )
    write_record(house.root, wrote)
    read = record(house)
    assert record_text(read) == record_text(wrote)
    assert [replace(e, span=event.span) for e in read.events] == list(wrote.events)


def test_signing_twice_changes_nothing(house: House) -> None:
    house.build()
    house.sign(1)
    before = (house.root / FILE).read_bytes()
    made, told = house.sign(1, desk=Desk("王芳", AT.replace(hour=2)))
    assert (made, codes(told)) == ([], ["release.already"])
    assert (house.root / FILE).read_bytes() == before


@pytest.mark.parametrize("bad", ["missing", "older", "touched", "overset"])
def test_only_the_current_sound_file_can_be_signed(house: House, bad: str) -> None:
    """And of several pages all or none."""
    house.build()
    if bad == "missing":
        house.press(2).unlink()
    elif bad == "older":
        house.edit("stories/two.md", "赵钱", "钱赵")
    elif bad == "touched":
        house.press(2).write_bytes(house.press(2).read_bytes() + b"\n")
    else:
        house.edit("stories/two.md", "赵钱", "赵钱" * 40)
    code = {"missing": "release.no-press-file", "overset": "release.sign-faulty"}.get(bad, "release.not-current")
    made, told = house.sign(1, 2)
    assert made == []
    assert code in codes(told) and told.failed
    assert not (house.root / FILE).exists()


def test_a_build_leaves_a_signed_page_alone_and_says_what_changed(house: House) -> None:
    house.build()
    house.sign(1, 2)
    signed, other = house.press(2).read_bytes(), house.press(3).read_bytes()
    house.edit("stories/two.md", "赵钱", "钱赵")
    house.edit("stories/three.md", "赵钱", "钱赵")
    built = house.build()
    assert codes(built) == ["release.signed-changed"]
    finding = next(f for f in built.findings if f.code == "release.signed-changed")
    assert finding.severity is Severity.ERROR and finding.span.line
    assert finding.args == {"page": "02", "by": "李文", "when": "2023-01-13 00:41", "changed": "stories/two.md"}
    assert house.press(2).read_bytes() == signed
    assert house.press(2) not in built.files
    assert house.press(3).read_bytes() != other


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("issue.yaml", "date: 2023-01-13", "date: 2023-01-14", "issue.yaml"),
        ("layouts/small.yaml", "size: 20pt", "size: 19pt", "layouts/small.yaml"),
        ("layouts/base.yaml", "top: 10mm", "top: 11mm", "layouts/base.yaml"),
        ("issue.yaml", "section: 版1", "section: 要闻", "issue.yaml page 01"),
    ],
)
def test_each_kind_of_input_is_named(house: House, file: str, old: str, new: str, said: str) -> None:
    """The layout's base too; the section is in the file's title."""
    layout = (house.root / "layouts" / "small.yaml").read_text(encoding="utf-8")
    house.write("layouts/base.yaml", layout)
    house.write("layouts/small.yaml", "extends: base\nstyles: {head: {size: 20pt}}\n")
    house.build()
    assert codes(house.sign(1)[1]) == []
    house.edit(file, old, new)
    told = [f.args["changed"] for f in house.build(1).findings if f.code == "release.signed-changed"]
    assert told == [said]


def test_what_does_not_change_the_page_does_not_stop(house: House) -> None:
    house.build()
    house.sign(1)
    house.edit("issue.yaml", HEAD_LINE, "# 一条注\n" + HEAD_LINE)
    house.edit("stories/two.md", "赵钱", "钱赵")
    house.press(1).write_bytes(b"spoilt")
    assert codes(house.build()) == []
    assert hashlib.sha256(house.press(1).read_bytes()).hexdigest() == record(house).signed(1).sha256  # type: ignore[union-attr]


HEAD_LINE = "date: 2023-01-13"


def test_a_signed_page_that_has_errors_now(house: House) -> None:
    house.build()
    house.sign(1)
    signed = house.press(1).read_bytes()
    house.edit("stories/one.md", "赵钱", "赵钱" * 40)
    found = codes(house.build(1))
    assert "release.signed-changed" in found and "layout.overset" in found
    assert house.press(1).read_bytes() == signed


def test_taking_back_needs_a_reason_and_keeps_it(house: House) -> None:
    house.build()
    house.sign(1)
    made, told = house.unsign(1, reason=" \n ")
    assert (made, codes(told)) == ([], ["release.no-reason"])
    made, told = house.unsign(1, 2)
    assert (made, codes(told)) == ([], ["release.not-signed-yet"])
    assert record(house).signed(1) is not None
    house.unsign(1, reason="标题\n错字")
    house.edit("stories/one.md", "赵钱", "钱赵")
    assert codes(house.build()) == []
    house.sign(1)
    events = record(house).events
    assert [(e.action, e.reason, bool(e.inputs)) for e in events] == [
        ("signed", "", False), ("unsigned", "标题 错字", False), ("signed", "", True)
    ]  # fmt: skip


def test_another_file_needs_taking_back_first(house: House) -> None:
    house.build()
    house.sign(1)
    house.edit("stories/one.md", "赵钱", "钱赵")
    (house.root / FILE).rename(house.root / "kept")
    house.build()
    (house.root / "kept").rename(house.root / FILE)
    made, told = house.sign(1)
    assert (made, codes(told)) == ([], ["release.signed-other"])


@pytest.mark.parametrize(
    "text", ["record: [", "record: 3\n", "record:\n  - {page: 1, action: blessed, at: x}\n", "other: 1\n"]
)
def test_a_spoilt_record_stops_everything(house: House, text: str) -> None:
    house.build()
    before = house.press(1).read_bytes()
    house.write(FILE, text)
    house.edit("stories/one.md", "赵钱", "钱赵")
    assert "release.record" in codes(house.build())
    assert house.press(1).read_bytes() == before
    for told in (house.sign(1)[1], house.unsign(1)[1], house.release()[1]):
        assert "release.record" in codes(told)
    assert (house.root / FILE).read_text(encoding="utf-8") == text
