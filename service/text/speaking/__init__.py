"""Whose words a quotation holds, by its own sentence and by those round it."""
