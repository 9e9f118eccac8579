"""The front doors: the command line and the scorer. They may import everything; nothing imports them."""
