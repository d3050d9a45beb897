"""The whole file of a matter as one paper with its documents, and what of it is masked."""
