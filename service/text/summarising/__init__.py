"""Which sentences and which quotations carry an article."""
