"""The tables, told apart as the models are."""
