"""What cooperation agreements and letters of intent share: both are signed with somebody."""
