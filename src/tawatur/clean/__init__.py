"""Raw article → document: what is not the story, why, and how the text was made."""

from __future__ import annotations

from tawatur.model.document import Document, RawArticle
from tawatur.text.tokenize import tokenize


def clean(article: RawArticle) -> Document:
    """Mark the words of `article` and what of it is not the story."""
    tokens = tokenize(article.text)
    return Document(article=article, lang=article.lang or "ar", tokens=tokens, story=(True,) * len(tokens))
