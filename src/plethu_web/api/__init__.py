"""The edition and its advice for programs: read-only JSON under /api/v1/. Nothing that is sent is stored or logged."""
