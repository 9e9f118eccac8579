"""Which gold articles are set aside: every third, by the hash of its id, fixed before any rule was written."""

from __future__ import annotations

from hashlib import sha256


def held_out(article_id: str) -> bool:
    """Say whether the article is scored only as a check and its errors are never read.

    >>> held_out("snn-2015-07-22-1134")
    False
    """
    return int(sha256(article_id.encode()).hexdigest(), 16) % 3 == 0
