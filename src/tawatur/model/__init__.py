"""Frozen records at the bottom: everything above meets in these."""
