"""`python -m models.training`."""

import os

# Threads that wait for a core that others use must sleep, not spin; read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from models.training.cli import main

if __name__ == "__main__":
    main(prog_name="python -m models.training")
