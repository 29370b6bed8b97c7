"""English: what a made-up workshop says, and how it is marked. Codes are those of `plethu.workshop.synthetic`."""

TEMPLATES: dict[str, str] = {
    # The mark: before every text, and wherever something made up leaves the site
    "workshop.made-up.mark": "Made up:",
    "workshop.made-up.title": "Made up: a workshop to try things out on",
    "workshop.made-up.purpose": (
        "Nobody held this workshop. Its people, cards, notes and codings were made up by a program, so that a team can "
        "try coding, labels, publishing and the next edition with something in them. They say nothing about Wales."
    ),
    "workshop.made-up.consent": "Nobody took part, so nobody had to agree to anything.",
    "workshop.made-up.contact": "Nobody (made up)",
    "workshop.made-up.coder.first": "First coder (made up)",
    "workshop.made-up.coder.second": "Second coder (made up)",
    "workshop.made-up.provenance": (
        "Made up: findings of the strand “{strand}” come from a made-up workshop. They are no evidence, and neither is "
        "an edition with them in it."
    ),
    "workshop.made-up.notice": "Made up in part, to try things out: this edition is no evidence.",
    "workshop.made-up.invited": "Made up: nobody was invited, and nobody came.",
    # What a card begins with
    "workshop.made-up.card.echoed.1": "“{what}” is just what we have seen.",
    "workshop.made-up.card.echoed.2": "On “{what}”: yes, that is how it went for us.",
    "workshop.made-up.card.echoed.3": "We could have written this ourselves: “{what}”.",
    "workshop.made-up.card.echoed.4": "This fits: “{what}”. It took us years to see it.",
    "workshop.made-up.card.challenged.1": "“{what}” is not what we have seen.",
    "workshop.made-up.card.challenged.2": "On “{what}”: we tried it, and the opposite happened.",
    "workshop.made-up.card.challenged.3": "I would be careful with “{what}”. It holds in some places only.",
    "workshop.made-up.card.challenged.4": "“{what}” sounds right, but nobody had the time for it.",
    "workshop.made-up.card.added.1": "Something is missing beside “{what}”.",
    "workshop.made-up.card.added.2": "On “{what}”: there is more to it.",
    "workshop.made-up.card.added.3": "We would go further than “{what}”.",
    "workshop.made-up.card.added.4": "“{what}” leaves out what comes after the first year.",
    # And goes on with, by aspect
    "workshop.made-up.detail.action.1": "We would do it again, and sooner.",
    "workshop.made-up.detail.action.2": "Somebody has to begin, and it need not be the largest partner.",
    "workshop.made-up.detail.action.3": "We did it in three steps and stopped after the second.",
    "workshop.made-up.detail.action.4": "It was done once and never again.",
    "workshop.made-up.detail.practice.1": "We meet over soup once a month, and that is where it happens.",
    "workshop.made-up.detail.practice.2": "One shared list on the wall did more than the plan did.",
    "workshop.made-up.detail.practice.3": "New people spend a day with each of the partners.",
    "workshop.made-up.detail.practice.4": "We write down who promised what before anybody goes home.",
    "workshop.made-up.detail.condition.1": "It works where people know each other already.",
    "workshop.made-up.detail.condition.2": "It needs money that lasts longer than a year.",
    "workshop.made-up.detail.condition.3": "Only with somebody who has the time to hold it together.",
    "workshop.made-up.detail.condition.4": "Not where the last bus leaves at five.",
    "workshop.made-up.detail.factor.1": "Trust mattered more than any agreement.",
    "workshop.made-up.detail.factor.2": "What made the difference was that one person stayed for years.",
    "workshop.made-up.detail.factor.3": "Being able to do it in Welsh brought people in.",
    "workshop.made-up.detail.factor.4": "It helped that nobody had to ask for permission first.",
    "workshop.made-up.detail.challenge.1": "The forms took longer than the work.",
    "workshop.made-up.detail.challenge.2": "Three people left in one winter, and it stopped.",
    "workshop.made-up.detail.challenge.3": "Everybody counts something else, so nothing adds up.",
    "workshop.made-up.detail.challenge.4": "The small partners carried the risk.",
    "workshop.made-up.detail.example.1": "Our garden began like that, with four people and a borrowed spade.",
    "workshop.made-up.detail.example.2": "We saw it when two lunch clubs became one.",
    "workshop.made-up.detail.example.3": "A hall was handed over with its debts, and it took a year to notice.",
    "workshop.made-up.detail.example.4": "The transport scheme is one case: it ran for two summers.",
    "workshop.made-up.place": "It was the same in Cwm Dychmygol.",
    # Cards and notes that ask for a new action
    "workshop.made-up.wanted.1.1": "What I miss is one calendar in which all partners can see each other's meetings.",
    "workshop.made-up.wanted.1.2": "Four meetings on one evening, in four halls. A calendar for everybody would do.",
    "workshop.made-up.wanted.1.3": "Nobody knows what the others have planned until it is over.",
    "workshop.made-up.wanted.2.1": "Nobody speaks of handing over when people leave. That should be an action.",
    "workshop.made-up.wanted.2.2": "When our coordinator went, everything they knew went too.",
    "workshop.made-up.wanted.2.3": "What is missing: how to leave well, and how to pass things on.",
    "workshop.made-up.why.1": "Made up: sharing information is about what is known, not about when people meet.",
    "workshop.made-up.why.2": "Made up: no action is about what happens when people leave.",
    # What a facilitator notes
    "workshop.made-up.note.echoed.1": "The group agreed on “{what}” and had examples of it.",
    "workshop.made-up.note.echoed.2": "Most of the time went to “{what}”. Everybody knew it from their own work.",
    "workshop.made-up.note.echoed.3": "On “{what}”: nods all round, little more.",
    "workshop.made-up.note.challenged.1": "The group did not agree on “{what}”. Two had seen it fail.",
    "workshop.made-up.note.challenged.2": "On “{what}”: doubts whether it holds outside towns.",
    "workshop.made-up.note.challenged.3": "“{what}” was called wishful by several.",
    "workshop.made-up.note.added.1": "On “{what}”: the group would add how it ends, and who says so.",
    "workshop.made-up.note.added.2": "The group took “{what}” further, to what volunteers need.",
    "workshop.made-up.note.added.3": "“{what}” led to a long talk about rural places.",
    # New actions
    "workshop.made-up.proposal.1.name": "Made up: a shared calendar of meetings",
    "workshop.made-up.proposal.1.summary": "Made up: all partners see when the others meet before they settle on a day.",
    "workshop.made-up.proposal.2.name": "Made up: handing over when people leave",
    "workshop.made-up.proposal.2.summary": "Made up: what somebody knows is passed on before they go.",
    # Statements
    "workshop.made-up.statement.echoed": "People recognised “{what}” from their own work.",
    "workshop.made-up.statement.challenged": "Not everybody had found “{what}”; some had seen the opposite.",
    "workshop.made-up.statement.added": "“{what}” needs more than is said of it so far, people thought.",
    "workshop.made-up.statement.proposal.1": "Partners should see each other's meetings before they settle on a day.",
    "workshop.made-up.statement.proposal.2": "What somebody knows should be passed on before they leave.",
    # Coders to each other
    "workshop.made-up.remark.1": "I read this as a doubt about money, not about the finding itself. How did you see it?",
    "workshop.made-up.remark.2": "Is this an example or a practice? I could live with either.",
    "workshop.made-up.remark.3": "The second half made me choose otherwise.",
}
