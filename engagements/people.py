"""People who are nobody: the actor behind what the clock does."""

from engagements.models import User


def clockwork() -> User:
    """Return the inactive user in whose name scheduled work is written down."""
    user, made = User.objects.get_or_create(
        email="klockan@utblick.invalid", defaults={"name": "Utblick", "is_active": False}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user
