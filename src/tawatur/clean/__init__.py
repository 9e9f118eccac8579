"""Raw article → document: what is not the story, why, and how the text was made.

The text is read line by line. A line is noise where it is nothing but page furniture run together (rules `glued`),
where a rule of the card says so (`ar.toml`), where it prints a title or paragraph a second time, or where it names the
text's maker and nothing else. Datelines and credits at the edge of running text are cut off it. Everything else is
story: a rule that would throw away a sentence is worse than one that leaves furniture in.
"""

from __future__ import annotations

from tawatur.clean.language import language
from tawatur.clean.lines import lines
from tawatur.clean.making import making
from tawatur.clean.mark import Marks, mark
from tawatur.model.document import Document, RawArticle
from tawatur.model.problem import Problem
from tawatur.model.tokens import Kind
from tawatur.text.tokenize import tokenize

__all__ = ["clean"]


def clean(article: RawArticle) -> Document:
    r"""Mark the words of `article` and what of it is not the story.

    >>> page = "وفد يصل إلى المدينة\n\nمنذ 4 ساعات\n\nأعلن المتحدث وصول الوفد إلى المدينة."
    >>> doc = clean(RawArticle(id="a", date="2025-07-13", text=page))
    >>> [(n.reason, n.span.text) for n in doc.noise]
    [('age', 'منذ 4 ساعات')]
    >>> doc.title.text
    'وفد يصل إلى المدينة'
    """
    tokens = tokenize(article.text)
    if not any(kind in (Kind.WORD, Kind.LATIN) for kind in tokens.kinds):
        problem = Problem("empty", article.id, "There are no words in this article.")
        return Document(
            article=article,
            lang=article.lang or "und",
            tokens=tokens,
            story=(False,) * len(tokens),
            problems=(problem,),
        )
    lang = language(tokens, article.lang)
    problems = []
    if lang != "ar":
        why = f"Most of this article is in another language ({lang}); it takes part in lineage and has no claims."
        problems.append(Problem("not-arabic", article.id, why))
    elif article.date is None:
        why = (
            "No date of publication is known, so times told from it (yesterday, last June) stay unplaced; "
            "give it with --date or in a date field."
        )
        problems.append(Problem("no-date", article.id, why))
    all_lines = lines(tokens)
    marks: Marks = mark(tokens, all_lines, article)
    return Document(
        article=article,
        lang=lang,
        tokens=tokens,
        story=marks.story,
        noise=marks.noise,
        title=marks.title,
        credits=marks.credits,
        making=making(tokens, all_lines, marks.noise, marks.credits) if lang == "ar" else (),
        problems=tuple(problems),
    )
