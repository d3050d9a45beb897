"""The form of a letter of intent, which is reviewed now and then (4.3)."""

from agreements.intent.models import Intent
from agreements.signing import forms


class WhatForm(forms.WhatForm):
    """Step 1."""

    detail = Intent


class WhyForm(forms.WhyForm):
    """Step 2."""

    detail = Intent


class TermsForm(forms.TermsForm):
    """Step 3."""

    detail = Intent


class NewIntentForm(forms.NewAgreementForm):
    """The least that makes a draft."""

    detail = Intent


STEPS: dict[int, type[forms.AgreementStep]] = {1: WhatForm, 2: WhyForm, 3: TermsForm}
