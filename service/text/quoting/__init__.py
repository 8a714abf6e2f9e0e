"""Where quotations are, what kind they are, and their English; begin with ``quotes``."""
