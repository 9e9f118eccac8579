"""Word classes for the name tagger: words that news uses alike get one number.

Vectors (skip-gram, gensim) over the unlabelled news, then k-means at three grains. Only single words that stand in at
least twenty articles get a class; nothing of a text can be read back from the table.

    python tools/build_word_classes.py NEWS.jsonl.gz... > classes.tsv      (then tools/label_words.py)

Needs gensim and scikit-learn, which are no dependencies of the package. Deterministic: one thread, fixed seeds, and
PYTHONHASHSEED=0.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter

from tawatur.model.tokens import Kind
from tawatur.text.tokenize import tokenize

ARTICLES = 20
GRAINS = (1024, 256, 64)


def main(paths: list[str]) -> None:
    """Write the word and its class at each grain, in the order of the words."""
    from gensim.models import Word2Vec
    from sklearn.cluster import MiniBatchKMeans

    sentences: list[list[str]] = []
    seen: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                tokens = tokenize(json.loads(line)["text"])
                words = ["0" if k is Kind.NUMBER else w for w, k in zip(tokens.keys, tokens.kinds, strict=True)]
                sentences.append(words)
                seen.update({w for w, k in zip(words, tokens.kinds, strict=True) if k is Kind.WORD})
    known = sorted(w for w, n in seen.items() if n >= ARTICLES)
    model = Word2Vec(
        sentences, vector_size=100, window=2, min_count=5, sg=1, negative=8, epochs=4, workers=1, seed=1, sample=1e-4
    )
    known = [w for w in known if w in model.wv]
    vectors = model.wv[known]
    vectors = vectors / ((vectors**2).sum(axis=1, keepdims=True) ** 0.5)
    grains = [
        MiniBatchKMeans(n, random_state=1, n_init=2, batch_size=4096, max_iter=150).fit_predict(vectors) for n in GRAINS
    ]
    for row in zip(known, *grains, strict=True):
        print("\t".join(map(str, row)))


if __name__ == "__main__":
    main(sys.argv[1:])
