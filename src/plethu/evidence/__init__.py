"""What an edition rests on: strands and their flow, sources, cases, places, imprecise dates, conditions, findings."""
