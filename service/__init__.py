"""A Dutch article in, an English digest out."""
