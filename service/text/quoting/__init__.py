"""Where quotations are, what kind they are, and what their English is."""
