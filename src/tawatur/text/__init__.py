"""Letters, offsets, words and numbers: what every stage needs and what is not about news."""
