"""What an agreement says that it is for, when forums that could serve are looked for (3.3.3)."""

from governance.kinds import Forums

# What is already agreed has been through it: an amendment is not asked again.
FORUMS = Forums(
    step=2,
    columns=("purpose", "themes", "process"),
    asked=lambda engagement: engagement.detail.amends_id is None,  # type: ignore[attr-defined]
)
