from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    """The table in which the limits on signing in are counted."""
    call_command("createcachetable", "kernel_cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]

    operations = [migrations.RunPython(make_cache_table, migrations.RunPython.noop)]
