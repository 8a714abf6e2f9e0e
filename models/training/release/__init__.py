"""From the states of a run to a folder that anybody can load, its card, and what it scores."""
