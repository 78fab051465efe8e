"""JSON Schemas (draft 2020-12) of the spec language, for editors; made from the shapes that read it."""

from __future__ import annotations

import json

from printlayout.spec.issue_keys import ISSUE
from printlayout.spec.layout_keys import LAYOUT
from printlayout.spec.press_keys import PRESS
from printlayout.spec.shapes import Json, Record
from printlayout.spec.story_keys import STORY
from printlayout.spec.table_keys import TABLE

KINDS: dict[str, tuple[Record, str]] = {  # type: ignore[type-arg]
    "issue": (ISSUE, "printlayout：一期报纸 issue.yaml / an issue"),
    "layout": (LAYOUT, "printlayout：版式 layouts/*.yaml / a layout"),
    "press": (PRESS, "printlayout：印刷条件 layouts/press/*.yaml / a press profile"),
    "story": (STORY, "printlayout：稿件开头 / front matter of a story"),
    "table": (TABLE, "printlayout：表格 tables/*.yaml / a table"),
}


def json_schema(kind: str) -> Json:
    """The schema of ``issue``, ``layout``, ``press``, ``story`` or ``table``. :raises KeyError: for another kind."""
    record, title = KINDS[kind]
    book: Json = {}
    root = record.schema(book)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{kind}.schema.json",
        "title": title,
        **root,
        "$defs": dict(sorted(book.items())),
    }


def schema_text(kind: str) -> str:
    """The schema as it is printed and kept in ``docs/schema``."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
