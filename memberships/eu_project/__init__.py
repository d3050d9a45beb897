"""EU_PROJECT: a project that the funds and programmes of the EU pay for."""
