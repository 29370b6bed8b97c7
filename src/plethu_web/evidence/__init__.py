"""The evidence: read-only pages about everything an edition holds. Nothing here touches the database."""
