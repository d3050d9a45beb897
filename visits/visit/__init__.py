"""VISIT: a delegation that asks to be received."""
