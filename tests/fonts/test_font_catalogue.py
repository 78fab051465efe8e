"""What a catalogue may say, how faces are found in it, and where its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from printlayout.base.diagnostics import Collector
from printlayout.base.messages import hint, what
from printlayout.fonts.catalogue import load_catalogue
from printlayout.model.style import Face

SHA = "0" * 64


def written(folder: Path, text: str) -> Path:
    path = folder / "catalogue.yaml"
    path.write_text(text, "utf-8")
    return path


def codes(collector: Collector) -> list[str]:
    return [finding.code for finding in collector.findings]


def test_shipped_families(collector: Collector) -> None:
    catalogue = load_catalogue([], collector)
    assert not collector.findings
    weights = {name: sorted(family.faces) for name, family in catalogue.families.items()}
    assert weights == {
        "宋": [200, 300, 400, 500, 600, 700, 800, 900],
        "黑": [100, 200, 300, 400, 500, 600, 700, 800, 900],
        "楷": [300, 400, 700],
    }
    assert {family.licence for family in catalogue.families.values()} == {"OFL-1.1"}
    assert all(len(file.sha256) == 64 and file.package for file in catalogue.files())


@pytest.mark.parametrize("name", ["宋", "serif", "Serif", "Noto Serif SC", "song"])
def test_a_family_has_many_names_and_one_key(name: str, collector: Collector) -> None:
    catalogue = load_catalogue([], collector)
    assert catalogue.canonical(Face(name, 900)).key == "宋-900"
    file = catalogue.resolve(Face(name, 900))
    assert file is not None
    assert file.key == "宋-900"


def test_another_weight_only_where_the_catalogue_says_so(collector: Collector) -> None:
    catalogue = load_catalogue([], collector)
    assert catalogue.canonical(Face("kai", 500)) == Face("楷", 400)
    assert catalogue.resolve(Face("楷", 900)) is None
    catalogue.explain(Face("楷", 900), collector)
    assert codes(collector) == ["font.weight"]
    assert collector.findings[0].args["weights"] == "300, 400, 700"


def test_unknown_family_is_told_with_what_there_is(collector: Collector) -> None:
    catalogue = load_catalogue([], collector)
    assert catalogue.canonical(Face("serfi")) == Face("serfi")
    catalogue.explain(Face("serfi"), collector)
    assert codes(collector) == ["font.family"]
    assert hint(collector.findings[0], "en") == 'Did you mean "serif"? There are: 宋、黑、楷.'
    assert hint(collector.findings[0], "zh") == "是不是想写“serif”？现有字族：宋、黑、楷。"


def test_house_faces(tmp_path: Path, collector: Collector) -> None:
    path = written(
        tmp_path,
        f"""families:
  标宋:
    names: [biaosong]
    licence: house
    fallback: [宋]
    instead: {{700: 400}}
    faces:
      400: {{file: a.otf, sha256: {SHA}}}
      620: {{file: vf.ttf, axes: {{wght: 620, wdth: 87.5}}}}
      800: {{file: vf.ttf, instance: Extra Bold}}
      900: {{file: sub/b.ttc, index: 2}}
""",
    )
    catalogue = load_catalogue([path], collector)
    assert not collector.findings
    files = {file.weight: file for file in catalogue.files(["标宋"])}
    assert files[400].path == tmp_path / "a.otf"
    assert files[400].sha256 == SHA
    assert files[620].axes == (("wdth", 87.5), ("wght", 620.0))
    assert files[800].instance == "Extra Bold"
    assert (files[900].path, files[900].index) == (tmp_path / "sub/b.ttc", 2)
    assert files[900].span.line == 11
    assert catalogue.canonical(Face("BiaoSong", 700)) == Face("标宋", 400)
    assert [file.key for file in catalogue.files(["biaosong-700", "楷"])] == ["标宋-400", "楷-300", "楷-400", "楷-700"]


def test_chain_takes_the_nearest_weight(collector: Collector) -> None:
    catalogue = load_catalogue([], collector)
    assert [file.key for file in catalogue.chain(Face("宋", 900))] == ["宋-900", "黑-900", "楷-700"]
    # 550 is as near to 400 as to 700: the heavier one.
    assert catalogue.families["楷"].nearest(550).weight == 700  # type: ignore[union-attr]


def test_a_house_family_replaces_the_shipped_one_whole(tmp_path: Path, collector: Collector) -> None:
    path = written(tmp_path, "families: {宋: {names: [报宋], faces: {400: {file: a.ttf}}}}")
    catalogue = load_catalogue([path], collector)
    assert sorted(catalogue.families["宋"].faces) == [400]
    assert catalogue.canonical(Face("报宋")).key == "宋-400"
    assert catalogue.family("serif") is None


def test_a_name_claimed_by_the_house_leads_to_the_house(tmp_path: Path, collector: Collector) -> None:
    path = written(tmp_path, "families: {报宋: {names: [serif], faces: {400: {file: a.ttf}}}}")
    catalogue = load_catalogue([path], collector)
    assert not collector.findings
    assert catalogue.canonical(Face("serif")).key == "报宋-400"
    assert catalogue.canonical(Face("宋")).key == "宋-400"


def test_missing_catalogue(tmp_path: Path, collector: Collector) -> None:
    catalogue = load_catalogue([tmp_path / "none.yaml"], collector)
    assert codes(collector) == ["font.catalogue-missing"]
    assert "宋" in catalogue.families


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("families: ]", "font.catalogue-syntax", (1, 11)),
        ("famlies: {}", "font.catalogue-key", (1, 1)),
        ("families:\n  a:\n    licnce: x\n    faces: {400: {file: a}}", "font.catalogue-key", (3, 5)),
        ("families: [a]", "font.catalogue-value", (1, 11)),
        ("families:\n  a: {names: x, faces: {400: {file: a}}}", "font.catalogue-value", (2, 14)),
        ("families:\n  a: {faces: {bold: {file: a}}}", "font.catalogue-value", (2, 21)),
        ("families:\n  a: {faces: {400: {file: a, sha256: 12}, 500: {file: a}}}", "font.catalogue-value", (2, 38)),
        ("families:\n  a: {faces: {400: {file: a, index: two}}}", "font.catalogue-value", (2, 37)),
        ("families:\n  a: {faces: {400: {index: 1}, 500: {file: a}}}", "font.catalogue-value", (2, 20)),
        ("families:\n  a: {names: [b]}", "font.catalogue-value", (2, 6)),
        (
            f"families:\n  a: {{package: p, version: ^1.0, faces: {{400: {{file: a, sha256: {SHA}}}}}}}",
            "font.catalogue-value",
            (2, 28),
        ),
        ("families:\n  a: {faces: {400: {file: a}}, instead: {700: 900}}", "font.catalogue-value", (2, 47)),
        (
            "families:\n  a: {names: [X], faces: {400: {file: a}}}\n  b: {names: [x], faces: {400: {file: a}}}",
            "font.catalogue-twice",
            (3, 6),
        ),
        ("families:\n  a: {faces: {400: {file: a}}, fallback: [z]}", "font.catalogue-fallback", (2, 6)),
    ],
)
def test_mistakes_are_told_where_they_stand(
    text: str, code: str, place: tuple[int, int], tmp_path: Path, collector: Collector
) -> None:
    load_catalogue([written(tmp_path, text)], collector)
    assert codes(collector) == [code]
    finding = collector.findings[0]
    assert (finding.span.line, finding.span.column) == place
    for lang in ("zh", "en"):
        assert "{" not in what(finding, lang) + hint(finding, lang)


def test_not_utf8(tmp_path: Path, collector: Collector) -> None:
    (tmp_path / "c.yaml").write_bytes("families: {}  # 宋".encode("gb18030"))
    load_catalogue([tmp_path / "c.yaml"], collector)
    assert codes(collector) == ["font.catalogue-missing"]
