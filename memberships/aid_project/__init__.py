"""AID_PROJECT: a project of aid character, that another party pays for."""
