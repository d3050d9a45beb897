"""The open books: what becomes public, and how it is read and given out."""
