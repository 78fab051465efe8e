"""No key that names a file leads out of the issue's folder: not upwards, not from the root, not by a link."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages import small
from printlayout.base.diagnostics import Severity
from printlayout.build import check

SECRET = "机密"
LAYOUT = small.LAYOUT + (
    "ads:\n  foot: {x: 1mm, y: 1mm, width: 6mm, height: 3mm}\n"
    "blocks:\n  b: {use: weather, x: 1mm, width: 80mm, lines: 1-9}\n"
)
KEYS = {
    "layout": ("issue.yaml", "layout: small", "layout: {}"),
    "extends": ("layouts/small.yaml", "sheet:", "extends: {}\nsheet:"),
    "story": ("issue.yaml", "lead: one", "lead: {}"),
    "picture": ("stories/one.md", "headline: 标题", "headline: 标题\npictures: [{{file: {}}}]"),
    "ad": ("issue.yaml", "      lead: one", "      lead: one\n    ads: {{foot: {{file: {}}}}}"),
    "ready page": ("issue.yaml", "    stories:\n      lead: one", "    pdf: {{file: {}}}"),
    "data": ("issue.yaml", "      lead: one", "      lead: one\n    blocks: {{b: {{file: {}}}}}"),
    "list": ("issue.yaml", "      lead: one", "      lead: one\n    blocks: {{b: {{tables: {{rows: {}}}}}}}"),
    "press": ("issue.yaml", "date:", "press: {}\ndate:"),
    "art": ("layouts/small.yaml", "slots:", "furniture: [{{kind: art, columns: 1, lines: 1, file: {}}}]\nslots:"),
    "block": ("layouts/small.yaml", "use: weather", "use: {}"),
    "profile of colours": ("layouts/press/own.yaml", "", "extends: newsprint\nicc: {}"),
}
"""Where a file is named: the file, what stands there, what is put there."""
WAYS = ("../outside/secret", "/{outside}/secret", "stories/../../outside/secret", "door/secret", "link")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("key", KEYS)
def test_a_path_out_of_the_folder_is_an_error_at_its_place(key: str, way: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = small.write(tmp_path / "issue", small.story(small.han(138)), LAYOUT, layouts__press__own_yaml=b"")
    for ending in ("", ".yaml", ".md", ".png", ".pdf", ".svg", ".csv", ".icc"):
        (outside / f"secret{ending}").write_text(SECRET, encoding="utf-8")
        for folder in ("", "layouts", "stories", "pictures", "ads", "data", "layouts/press", "art", "layouts/blocks"):
            (root / folder).mkdir(exist_ok=True)
            (root / folder / f"link{ending}").symlink_to(outside / f"secret{ending}")
    (root / "door").symlink_to(outside)
    file, old, new = KEYS[key]
    ending = {"picture": ".png", "ad": ".pdf", "ready page": ".pdf", "data": ".yaml", "list": ".csv", "art": ".svg"}
    ending["profile of colours"] = ".icc"
    written = way.replace("/{outside}", str(outside)) + ending.get(key, "")
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new.format(written), 1), encoding="utf-8")
    if key == "profile of colours":
        spec = (root / "issue.yaml").read_text(encoding="utf-8")
        (root / "issue.yaml").write_text("press: own\n" + spec, encoding="utf-8")
    _, findings = check(root)
    told = [f for f in findings if f.severity is Severity.ERROR]
    assert told
    assert all(f.span.line for f in told), told
    assert not any(SECRET in str(f.args) or SECRET in f.span.excerpt for f in findings)
    # counted from the folder of its kind, two may stay within the issue's, and nothing is there
    stays = {"story": {"spec.missing-story"}, "profile of colours": {"press.icc-missing"}}.get(key, set())
    assert {f.code for f in told} & ({"spec.unsafe-path"} | stays), told


def test_a_block_of_a_house_is_not_left_for_the_folder_above(tmp_path: Path) -> None:
    """Of the issue's folder of blocks ``../secret`` is a file inside it; of the house's it would be anybody's."""
    (tmp_path / "layouts" / "blocks").mkdir(parents=True)
    (tmp_path / "layouts" / "secret.yaml").write_text(SECRET, encoding="utf-8")
    root = small.write(tmp_path / "issue", small.story(small.han(138)), LAYOUT.replace("weather", "../secret"))
    _, findings = check(root)
    assert [f.code for f in findings if f.severity is Severity.ERROR] == ["spec.unsafe-path"]
