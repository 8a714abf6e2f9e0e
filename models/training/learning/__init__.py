"""From tokenised arrays to the states of a run: network, loss and loop; see ``train``."""
