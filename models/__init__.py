"""Weights and the engines that run them. Knows nothing of Flask, articles or caches."""

from models.marian import load_translator

__all__ = ["load_translator"]
