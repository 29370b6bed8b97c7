"""Advice: the questions, the result, what if, and what somebody keeps of it. No rule of the method is here."""
