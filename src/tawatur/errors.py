"""What a caller did wrong. What a document cannot give is a `Problem`, a value, never an exception."""


class TawaturError(Exception):
    """A caller's mistake; the message says what to do about it."""


class InputError(TawaturError):
    """A file, folder or option that was asked for does not exist or cannot be what it is said to be."""


class DataError(TawaturError):
    """A word list or card that ships with the package (or a user's own) breaks its rules; names file and entry."""


class StoreError(TawaturError):
    """A store that cannot be opened, is of another kind, or is newer than this program."""
