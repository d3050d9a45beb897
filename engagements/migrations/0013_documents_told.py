"""Documents that are there already are found by their names, and wait to be read."""

from django.db import migrations

TOLD = """
insert into engagements_documenttext (document_id, state, called, words)
select id, case when media_type like 'image/%' then 'read' else 'waiting' end,
    regexp_replace(name, '[._-]+', ' ', 'g'), ''
from engagements_document
"""


class Migration(migrations.Migration):
    dependencies = [("engagements", "0012_searched")]

    operations = [migrations.RunSQL(TOLD, migrations.RunSQL.noop)]
