"""Letters by which languages in Arabic script are told from Arabic."""

from __future__ import annotations

import re

from tawatur.text.arabic import LETTERS

ARABIC = re.compile(f"[{LETTERS}]")
"""One letter of the Arabic script, whatever the language."""

OTHERS = re.compile("[پچژگٹڈڑںھےۆێڵڕ]")
"""Letters of Persian, Urdu and Kurdish that Arabic has only in foreign names."""

KEYBOARD = re.compile("[پچژگٹڈڑںھہےەۆێڵڕیک]")
"""The same, and the yeh, kaf and heh of their keyboards, which some Arabic pages have too."""
