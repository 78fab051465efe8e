"""Messages of the area layout."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {}
