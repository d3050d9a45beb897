"""Floor 4: agreements."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Avtal, deklarationer, ställningstaganden."""

    name = "agreements"
    verbose_name = "Avtal, deklarationer, ställningstaganden"
