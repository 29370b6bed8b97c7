"""The site: people, permission, storage and pages around the library. It decides no rule of the method."""
