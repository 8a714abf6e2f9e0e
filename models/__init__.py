"""Weights and the engines that run them. Knows nothing of Flask, articles or caches."""
