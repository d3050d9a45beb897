"""What people do with engagements. Actions act and never judge; each is one transaction."""
