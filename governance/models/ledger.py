"""The ledger's tables, which SQL makes and guards (migration 0002); here only read and added to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LedgerEntry(models.Model):
    """One link of the chain: canonical JSON and the hash that binds it to what came before.

    Only ``chain`` and ``body`` are ever written; a trigger sets the rest.
    """

    pk = models.CompositePrimaryKey("chain", "seq")
    chain = models.TextField()
    seq = models.BigIntegerField()
    body = models.TextField()
    prev_hash = models.BinaryField()
    hash = models.BinaryField()
    recorded_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = 'ledger"."entry'
        verbose_name = _("post i liggaren")
        verbose_name_plural = _("poster i liggaren")

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq}"


class Anchor(models.Model):
    """The chain's head on a day, published so that nobody can rewrite what came before."""

    day = models.DateField(_("dag"))
    chain = models.CharField(max_length=32)
    seq = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    root = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ankare")
        verbose_name_plural = _("ankare")
        constraints = [models.UniqueConstraint(fields=["day", "chain"], name="one_anchor_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.chain} {self.seq} {self.hash} {self.root}"
