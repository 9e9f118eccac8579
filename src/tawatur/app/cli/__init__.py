"""The commands of `tawatur`, one file a family; heavy imports stay inside the command that needs them."""
