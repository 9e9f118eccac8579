"""`python -m tawatur`."""

from tawatur.app.cli.main import main

main()
