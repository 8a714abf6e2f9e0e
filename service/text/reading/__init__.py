"""Bytes, HTML and plain text as paragraphs and sentences with their places, and their language."""
