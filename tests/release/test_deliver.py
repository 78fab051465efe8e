"""Delivery: signed pages only, all or nothing, never two files under one name."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.release import deliver
from printlayout.release.record import read_record

from .conftest import HEAD, House, codes, spec


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture
def signed(house: House) -> House:
    house.build()
    assert codes(house.sign(1, 2, 3, 4)[1]) == []
    return house


def test_an_issue_goes_out_with_sums_and_manifest(signed: House) -> None:
    sent, told = signed.release()
    assert codes(told) == []
    names = [f"xinbao-20230113-0{n}.pdf" for n in (1, 2, 3, 4)]
    assert [d.name for d in sent] == names
    assert listed(signed.to) == sorted([*names, "SHA256SUMS", "manifest.json"])
    for number, name in enumerate(names, 1):
        assert (signed.to / name).read_bytes() == signed.press(number).read_bytes()
    sums = [line.split("  ") for line in (signed.to / "SHA256SUMS").read_text().splitlines()]
    assert sums == [[hashlib.sha256((signed.to / name).read_bytes()).hexdigest(), name] for name in names]
    manifest = json.loads((signed.to / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["code"], manifest["date"]) == ("xinbao", "2023-01-13")
    assert [(f["page"], f["section"], f["file"], f["sha256"]) for f in manifest["files"]] == [
        (n, f"版{n}", name, digest) for n, (digest, name) in enumerate(sums, 1)
    ]
    assert manifest["files"][0]["signed"] == {"at": "2023-01-13T00:41:10+08:00", "by": "李文"}


def test_a_second_time_changes_nothing(signed: House) -> None:
    signed.release()
    record = (signed.root / "signed.yaml").read_bytes()
    before = {name: ((signed.to / name).read_bytes()) for name in listed(signed.to)}
    sent, told = signed.release()
    assert codes(told) == [] and not any(d.fresh for d in sent)
    assert {name: (signed.to / name).read_bytes() for name in listed(signed.to)} == before
    assert (signed.root / "signed.yaml").read_bytes() == record


def test_one_page_unsigned_holds_the_whole_issue_unless_pages_are_named(signed: House) -> None:
    signed.unsign(3)
    sent, told = signed.release()
    assert (sent, codes(told), listed(signed.to)) == ([], ["release.unsigned"], [])
    sent, told = signed.release(3, 4)
    assert (sent, codes(told), listed(signed.to)) == ([], ["release.unsigned-page"], [])
    sent, told = signed.release(1, 4)
    assert codes(told) == []
    signed.sign(3)
    sent, told = signed.release()
    assert [d.fresh for d in sent] == [False, True, True, False]
    assert len((signed.to / "SHA256SUMS").read_text().splitlines()) == 4


def test_a_file_that_is_not_the_signed_one_stays(signed: House) -> None:
    signed.press(2).write_bytes(signed.press(2).read_bytes()[:-1])
    assert codes(signed.release()[1]) == ["release.not-the-signed"]
    signed.press(2).unlink()
    assert codes(signed.release()[1]) == ["release.no-press-file"]
    assert listed(signed.to) == []


def test_a_name_is_used_once(signed: House) -> None:
    """Also after the plant has fetched the file: the manifest remembers it."""
    signed.release()
    for fetched in (False, True):
        if fetched:
            (signed.to / "xinbao-20230113-02.pdf").unlink()
        before = {name: (signed.to / name).read_bytes() for name in listed(signed.to)}
        if not fetched:
            signed.unsign(2)
            signed.edit("stories/two.md", "赵钱", "钱赵")
            signed.build()
            signed.sign(2)
        assert codes(signed.release()[1]) == ["release.name-taken"]
        assert {name: (signed.to / name).read_bytes() for name in listed(signed.to)} == before


def test_a_fetched_file_is_sent_again(signed: House) -> None:
    signed.release()
    (signed.to / "xinbao-20230113-02.pdf").unlink()
    sent, told = signed.release()
    assert codes(told) == [] and [d.fresh for d in sent] == [False, True, False, False]


def test_a_foreign_file_of_that_name_stays(signed: House) -> None:
    signed.to.mkdir()
    (signed.to / "xinbao-20230113-02.pdf").write_bytes(b"other")
    assert codes(signed.release()[1]) == ["release.name-taken"]
    assert listed(signed.to) == ["xinbao-20230113-02.pdf"]


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 1}', None])
def test_another_issues_folder_is_refused(signed: House, text: str | None) -> None:
    signed.to.mkdir()
    if text is None:
        signed.release()
        manifest = json.loads((signed.to / "manifest.json").read_text(encoding="utf-8"))
        text = json.dumps({**manifest, "date": "2023-01-12"})
    (signed.to / "manifest.json").write_text(text)
    assert codes(signed.release()[1]) == ["release.other-issue"]


def test_a_change_after_signing_is_told_and_the_signed_file_goes(signed: House) -> None:
    signed.edit("stories/two.md", "赵钱", "钱赵")
    sent, told = signed.release()
    assert codes(told) == ["release.changed-since"] and not told.failed
    assert told.findings[0].args["changed"] == "stories/two.md"
    assert len(sent) == 4


@pytest.mark.parametrize("at", [1, 3])
@pytest.mark.parametrize("call", ["link", "fsync"])
def test_nothing_stays_if_writing_fails_half_way(
    signed: House, monkeypatch: pytest.MonkeyPatch, call: str, at: int
) -> None:
    real, count = getattr(os, call), 0

    def failing(*args: object, **rest: object) -> object:
        nonlocal count
        count += 1
        if count == at:
            raise OSError(28, "No space left on device") if call == "fsync" else FileExistsError(17, "File exists")
        return real(*args, **rest)

    monkeypatch.setattr(deliver.os, call, failing)
    with pytest.raises(OSError):
        signed.release()
    assert listed(signed.to) == []
    record = read_record(signed.root, Collector())
    assert record is not None and record.released(1) is None


def test_a_file_system_without_links(signed: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(deliver.os, "link", refused)
    sent, told = signed.release()
    assert codes(told) == [] and len(sent) == 4
    assert len(listed(signed.to)) == 6


def test_the_house_chooses_the_names(signed: House) -> None:
    head = HEAD + "edition: 早/晚\nrelease: {pattern: '{year}{month}{day}_{edition}_{page3}_{section}.pdf'}\n"
    signed.write("issue.yaml", spec(head=head.replace("edition: 早/晚\n", "edition: 早/晚\n")))
    signed.unsign(1, 2, 3, 4)
    signed.build()
    signed.sign(1, 2, 3, 4)
    sent, told = signed.release()
    assert codes(told) == []
    assert [d.name for d in sent] == [f"20230113_早-晚_00{n}_版{n}.pdf" for n in (1, 2, 3, 4)]
