"""Frames, plans and priorities, on the pages of matters."""

from django import template

from governance import frames
from governance.frames import Standing
from governance.strategy import Assessment

register = template.Library()


@register.inclusion_tag("planning/_standing.html")
def frame_standing(assessment: Assessment, asked_sek: int | None = None) -> dict[str, Standing]:
    """Show a matter's cost against its host's frame."""
    return {"standing": frames.standing_of(assessment, asked_sek=asked_sek)}
