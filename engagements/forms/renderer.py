"""The one renderer of all forms; settings name it in FORM_RENDERER."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class UtblickRenderer(TemplatesSetting):
    """Draw forms with the project's own templates, Django's for what we do not draw ourselves."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
