"""How long an article may be as it is sent; a file of its own, for the app starts without what reads HTML."""

from __future__ import annotations

_MARKUP_FACTOR = 10
"""A page with its scripts and styles may be so many times as long as the longest article."""


def longest(max_chars: int, *, is_html: bool) -> int:
    """The most characters that can be sent for an article of ``max_chars``: markup is not held against it."""
    return _MARKUP_FACTOR * max_chars if is_html else max_chars
