"""What makes a story fit, in words."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {
    "fit.says-squeeze": Message("压紧 {amount} 段", "close up {amount} paragraph(s)"),
    "fit.says-loosen": Message("放松 {amount} 段", "open up {amount} paragraph(s)"),
    "fit.says-picture-lower": Message("图 {number} 减 {amount} 行", "picture {number} {amount} line(s) lower"),
    "fit.says-picture-higher": Message("图 {number} 加 {amount} 行", "picture {number} {amount} line(s) higher"),
    "fit.says-headline": Message("主题降 {amount} 级（{text} 点）", "headline {amount} step(s) down ({text} pt)"),
    "fit.says-blank-more": Message("标题下多空 {amount} 行", "{amount} blank line(s) more under the headline"),
    "fit.says-blank-less": Message("标题下少空 {amount} 行", "{amount} blank line(s) fewer under the headline"),
    "fit.says-beside": Message("标题改为串文题", "headline beside the text"),
    "fit.says-headline-steps": Message("主题降 {amount} 级", "headline {amount} step(s) down"),
    "fit.says-subheads": Message("小标题各少占 {amount} 行", "{amount} line(s) less for each sub-heading"),
    "fit.says-body": Message("正文小 {points} 点", "text {points} pt smaller"),
    "fit.says-cut": Message("删 {amount} 字", "cut {amount} characters"),
    "fit.says-cut-sentence": Message(
        "删 {amount} 字，如第 {number} 段末句“{text}”",
        "cut {amount} characters, such as the last sentence of paragraph {number}, “{text}”",
    ),
    "fit.says-cut-sentences": Message(
        "删 {amount} 字，如这些段末句：“{text}”", "cut {amount} characters, such as these last sentences: “{text}”"
    ),
    "fit.says-add": Message("加 {amount} 字", "add {amount} characters"),
    "fit.says-and": Message("，", ", "),
    "fit.says-or": Message("；或", "; or "),
    "fit.says-enough": Message("{ways}即可。", "{ways} would do."),
}
