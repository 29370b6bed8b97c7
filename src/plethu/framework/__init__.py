"""The framework for action: editions, situations, and the advice that follows from the two."""
