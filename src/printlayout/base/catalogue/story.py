"""Messages of the area story."""

from __future__ import annotations

from printlayout.base.messages import Message

MESSAGES: dict[str, Message] = {}
