"""How people answer: fields that read Swedish, widgets that can be used by all, one base form."""
