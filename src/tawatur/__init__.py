"""The front door. Nothing inside the package imports it."""

__version__ = "0.1.0"
