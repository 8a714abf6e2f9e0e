"""Numbers, times, names and negation as values that can be compared across two languages."""
