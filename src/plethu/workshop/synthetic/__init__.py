"""A workshop that nobody held, made from a seed: people, groups, what is said, and how it is coded. Openly made up."""
