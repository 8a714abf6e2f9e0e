"""The form at ``/``: paste or upload an article, read its digest."""
