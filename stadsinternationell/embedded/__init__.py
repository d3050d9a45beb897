"""PostgreSQL and Valkey out of wheels, for a machine that has only Python.

``state`` says where things lie, ``postgres`` and ``broker`` start one server each, ``supervisor``
keeps a whole Utblick running. Production needs none of it: it sets DATABASE_URL and BROKER_URL.
"""
