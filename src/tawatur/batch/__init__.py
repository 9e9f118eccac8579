"""Many articles over many cores, in order and in bounded memory; knows nothing of what is done to an article."""
