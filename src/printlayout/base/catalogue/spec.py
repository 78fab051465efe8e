"""Messages of the area spec."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {}
