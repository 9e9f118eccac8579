"""Mentions in one article: cues, names, times, quantities, quotes. Finders never import each other."""
