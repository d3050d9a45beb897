"""What people choose for themselves, and the one who is nobody: the actor behind the clock."""

from engagements.models import ColourScheme, User


def clockwork() -> User:
    """Return the inactive user in whose name scheduled work is written down."""
    user, made = User.objects.get_or_create(
        email="klockan@utblick.invalid", defaults={"name": "Utblick", "is_active": False}
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def choose_colours(scheme: ColourScheme, *, by: User) -> User:
    """Remember how a person wants the pages to look, on every machine they sign in from."""
    by.color_scheme = str(scheme)
    by.save(update_fields=["color_scheme"])
    return by
