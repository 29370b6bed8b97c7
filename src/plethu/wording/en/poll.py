"""English: ready-made questions for a poll of partners, on what a review has to agree with them.

`poll.ready.TOPIC.words` is the question, `.kind` its kind, `.option.ID` an answer that it offers.
"""

TEMPLATES: dict[str, str] = {
    "poll.ready.terms.words": "Which words do people around you use for what we are looking into?",
    "poll.ready.terms.hint": (
        "Write down every word or short phrase you know, in either language. We will search for them all."
    ),
    "poll.ready.evidence.words": "Which kinds of evidence should we take in?",
    "poll.ready.evidence.hint": "Choose as many as you like.",
    "poll.ready.evidence.option.research": "Research in academic journals",
    "poll.ready.evidence.option.reports": "Reports by organisations, not in journals",
    "poll.ready.evidence.option.evaluations": "Evaluations of projects or services",
    "poll.ready.evidence.option.cases": "Stories and case studies from practice",
    "poll.ready.evidence.option.media": "Films, slides, blogs and news",
    "poll.ready.evidence.option.experience": "What people say who have been part of it",
    "poll.ready.scope.words": "How far afield should we look?",
    "poll.ready.scope.hint": "The wider we look, the less time there is for each source.",
    "poll.ready.scope.option.local": "Our own area only",
    "poll.ready.scope.option.wales": "Wales",
    "poll.ready.scope.option.uk": "The United Kingdom",
    "poll.ready.scope.option.similar": "Countries like ours",
    "poll.ready.scope.option.world": "Anywhere in the world",
    "poll.ready.sources.words": "How useful would each of these be for finding sources?",
    "poll.ready.sources.hint": "1 is the least useful, 5 the most. Leave out what you cannot judge.",
    "poll.ready.sources.option.databases": "Searching research databases",
    "poll.ready.sources.option.websites": "Searching websites of organisations",
    "poll.ready.sources.option.call": "An open call for case studies",
    "poll.ready.sources.option.networks": "Asking networks and umbrella bodies to pass it on",
    "poll.ready.sources.option.members": "Members sending in what they know",
    "poll.ready.sources.option.references": "Following up the references of what we find",
}
