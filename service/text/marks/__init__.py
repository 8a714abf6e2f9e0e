"""Quotation marks: which there are, which belong together, and which sentences stand between them."""
