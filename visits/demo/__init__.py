"""An invented city at work, for trying Utblick: people, requests, and what became of them."""
