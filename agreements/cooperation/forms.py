"""The form of a cooperation agreement. It has a last day, so that nobody reviews it before."""

from agreements.cooperation.models import Cooperation
from agreements.signing import forms


class WhatForm(forms.WhatForm):
    """Step 1."""

    detail = Cooperation


class WhyForm(forms.WhyForm):
    """Step 2."""

    detail = Cooperation


class TermsForm(forms.TermsForm):
    """Step 3."""

    detail = Cooperation
    left_out = ("next_review_on", "last_review_on")


class NewCooperationForm(forms.NewAgreementForm):
    """The least that makes a draft."""

    detail = Cooperation


STEPS: dict[int, type[forms.AgreementStep]] = {1: WhatForm, 2: WhyForm, 3: TermsForm}
