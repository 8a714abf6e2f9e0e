"""From tokenised arrays to the states of a run: the network, its loss and the loop; begin with ``train``."""
