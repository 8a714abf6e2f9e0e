"""Numbers, times, units, names and negation, as two languages can be compared by them."""
