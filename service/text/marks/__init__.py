"""Quotation marks: which belong together, and how English ones are set."""
