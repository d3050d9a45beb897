"""guardian's rows for the exceptions: one engagement opened to one person."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="EngagementUserObjectPermission",
        fields=[
            own_key(),
            ("permission", models.ForeignKey(on_delete=models.CASCADE, to="auth.permission")),
            ("user", models.ForeignKey(on_delete=models.CASCADE, to=settings.AUTH_USER_MODEL)),
            (
                "content_object",
                models.ForeignKey(on_delete=models.CASCADE, to="engagements.engagement"),
            ),
        ],
        options={
            "unique_together": {("user", "permission", "content_object")},
            "abstract": False,
        },
    ),
]
