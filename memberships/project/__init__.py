"""What EU projects and projects of aid character share: their parties and who pays."""
