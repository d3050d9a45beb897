"""POSITION: what the city says on EU matters and other international questions."""
