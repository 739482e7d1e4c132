"""Insights set in lines of text cells: the same lines for the command line and for the screen."""
