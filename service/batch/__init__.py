"""Many articles to one file of digests: read in order, digested a few at a time, written one by one."""
