"""guardian's rows for the exceptions: one engagement opened to one person.

Direct foreign keys, so that a row can't outlive its engagement.
"""

from django.db import models
from guardian.models import UserObjectPermissionBase

from engagements.models.engagement import Engagement


class EngagementUserObjectPermission(UserObjectPermissionBase):
    """A named person who may read an engagement beside those whose work it is."""

    content_object = models.ForeignKey(Engagement, models.CASCADE)

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False
