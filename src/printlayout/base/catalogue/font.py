"""Messages of the area font."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {}
