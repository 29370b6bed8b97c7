"""English: workshops, from registering to the chapter of the report. Codes are those of `plethu.workshop`."""

TEMPLATES: dict[str, str] = {
    # Rows of a list that was taken in
    "workshop.row.nobody": "The row names nobody. Give a name, an email address or a code.",
    "workshop.row.cancelled": "The place was cancelled (“{value}”), and was not taken in.",
    "workshop.row.id-length": "The code is longer than {most} characters. Shorten it in the list.",
    "workshop.row.cell-too-long": "A cell is longer than {most} characters. Shorten it in the list.",
    "workshop.row.row-twice": "This is the same person as in line {first}, which was taken in.",
    "workshop.row.already-registered": "This person was in the register already and stays as they are.",
    "workshop.row.value-unknown": (
        "“{value}” is not one of this workshop's answers. It was left empty: choose one by hand."
    ),
    "workshop.row.round-unknown": "Rounds could not be read in “{value}”. Choose them by hand.",
    "workshop.row.account": "{rows} rows: {people} people taken in, {duplicates} duplicates, {refused} refused.",
    "workshop.row.column": "“{name}” was read as: {field}",
    "workshop.row.consent-no": "This person did not agree to take part, and was not taken in.",
    "workshop.row.consent-unclear": (
        "“{value}” is neither yes nor no. The person was taken in, and is asked when they first use their link."
    ),
    "workshop.row.cells-beyond": (
        "The row has {number} more cells than there are columns. They were left aside: look whether the row is whole."
    ),
    "workshop.row.quote-not-closed": (
        "A quotation mark is not closed. The row was taken as it stands: look whether it is whole."
    ),
    "workshop.row.line-encoding": "Some letters were in another encoding than the list: look whether the name is right.",
    "workshop.row.email-doubtful": "This cannot be an email address. It was kept as it stands: look at it.",
    "workshop.row.name-twice": ("The whole name was taken; the first name or surname beside it says something else."),
    "workshop.row.status-unclear": (
        "The status is “{value}”. The person was taken in: take them out if they do not come."
    ),
    "workshop.row.came-unclear": "“{value}” does not say whether they came. Note it on the day.",
    "workshop.row.facilitates-unclear": (
        "“{value}” is no number of a group. Choose by hand whether they look after one."
    ),
    "workshop.row.companion-to-settle": (
        "Names of people who are not in the list: {number}. They wait under the wishes, for you to say whom they mean."
    ),
    "workshop.row.companion-self": "Somebody cannot be kept with or apart from themselves. This was left out.",
    "workshop.row.column-left": "“{name}” was left aside: {cells} cells with something in them.",
    "workshop.row.column-id": "“{name}” was read to tell people apart. Everybody has a code of this workshop.",
    "workshop.row.column-status": "“{name}” was read for who has cancelled.",
    "workshop.row.column-consent": (
        "“{name}” was read for who said no. A yes in another system is not the agreement to this workshop: everybody is asked when they first use their link."
    ),
    "workshop.row.lacking": "Without an answer to “{field}”: {number} of {people} people.",
    # Values of what is asked, and how small ones merge
    "workshop.context.doubled": "“{value}” stands in the list twice. Take one out.",
    "workshop.context.unnamed": "A value has no name or no code. Give it both.",
    "workshop.context.broader-unknown": (
        "“{value}” merges into something that is not in the list. Add that, or choose another."
    ),
    "workshop.context.circle": "“{value}” merges, by way of others, into itself. Let one of them stand by itself.",
    "workshop.context.too-deep": (
        "“{value}” is more than four steps below the broadest value. Let it merge into one that is nearer."
    ),
    "workshop.attribute.sector": "Sector",
    "workshop.attribute.level": "Level of role",
    "workshop.attribute.area": "Area",
    "workshop.attribute.scale": "Scale worked at",
    # Contributions
    "workshop.contribution.text-empty": "There is nothing to send yet. Write something first.",
    "workshop.contribution.text-too-long": "This is longer than 10,000 characters. Send it in parts.",
    "workshop.contribution.finding-unknown": "This finding is not part of the workshop. Choose one that is.",
    "workshop.contribution.round-unknown": "The workshop has no such round. Choose one it has.",
    "workshop.contribution.group-unknown": "There is no such group. Choose one there is.",
    "workshop.spoken.echo": "This is my experience too",
    "workshop.spoken.challenge": "My experience is different",
    "workshop.spoken.add": "I would add something",
    "workshop.spoken.unsure": "Not sure",
    "workshop.speaker.participant": "Participant",
    "workshop.speaker.facilitator": "Facilitator's note",
    # Coding
    "workshop.aspect.action": "An action",
    "workshop.aspect.practice": "A practice",
    "workshop.aspect.condition": "A condition",
    "workshop.aspect.factor": "A factor",
    "workshop.aspect.challenge": "A challenge",
    "workshop.aspect.example": "An example",
    "workshop.coding.contribution-unknown": "There is no such contribution. Choose one there is.",
    "workshop.coding.finding-unknown": "The edition has no such finding. Check its number.",
    "workshop.coding.action-unknown": "The edition has no such action. Choose one it has.",
    "workshop.coding.voice-unknown": (
        "This voice is not in the list. Choose one that is, and keep the speaker's own words beside it."
    ),
    "workshop.coding.against-nothing": (
        "The coding does not say what it is about. Choose a finding or an action; where none fits, propose a new "
        "action."
    ),
    "workshop.coding.stance-needs-finding": "Only a finding can be echoed or challenged. Choose the finding.",
    "workshop.coding.proposal-unknown": "There is no such proposal. Make it first.",
    "workshop.coding.proposal-where-one-fits": (
        "A new action is proposed only where no finding and no action fits. Take out one or the other."
    ),
    "workshop.coding.proposal-not-added": "What asks for a new action adds something. Choose “added”.",
    "workshop.coding.proposal-without-reason": "Say why none of the actions fits.",
    "workshop.coding.event-twice": "This change has been made already.",
    "workshop.coding.nothing-to-change": (
        "There is nothing to change here: the coding is not there any more, or the change names another."
    ),
    "workshop.coding.undo-unknown": "There is no such change to undo.",
    "workshop.coding.undone-already": "This change has been undone already. Undo the undoing to bring it back.",
    "workshop.agreement.figures": (
        "The two coders agree on {agreed} of {items}: {share} %. By chance it would be {expected} %."
    ),
    "workshop.agreement.kappa": "Cohen's kappa: {kappa} (standard error {error})",
    "workshop.agreement.kappa-undefined": "Cohen's kappa is not defined here.",
    "workshop.agreement.formula": (
        "κ = (p₀ − pₑ) / (1 − pₑ), where p₀ is the share agreed on and pₑ the share by chance (Cohen 1960, "
        "doi:10.1177/001316446002000104)"
    ),
    "workshop.agreement.counts": "The two coders agree on {agreed} of {items}.",
    "workshop.agreement.too-few": (
        "Fewer than 10 items are too few to say how far the two agree. Look at each difference instead."
    ),
    "workshop.agreement.few-items": (
        "There are fewer than 30 items. One more or less would change the figures much: look at the differences "
        "instead."
    ),
    "workshop.agreement.rare-category": (
        "A category was chosen fewer than five times by one of the two. Kappa is unsteady there."
    ),
    "workshop.agreement.one-category": (
        "Both chose one and the same category throughout, so that chance cannot be told from agreement."
    ),
    "workshop.merge.proposal-unknown": "There is no such proposal. Choose one there is.",
    "workshop.merge.action-unknown": "The edition has no such action. Choose one it has.",
    "workshop.merge.into-what": "Say what the proposal is merged into: one other proposal, or one action.",
    "workshop.merge.no-reason": "Say why the two are one.",
    "workshop.merge.merged-already": "This proposal is merged already. Part it first.",
    "workshop.merge.merge-self": "A proposal cannot be merged into itself. Choose another.",
    "workshop.merge.merge-circle": "That one is itself merged into this one. Part it first, or merge the other way.",
    # Reading a text and signing it off
    "workshop.mask.person": "[name]",
    "workshop.mask.name": "[a name]",
    "workshop.mask.organisation": "[organisation]",
    "workshop.mask.place": "[place]",
    "workshop.mask.reach": "[contact details]",
    "workshop.signing.undecided": "Not everything that was found has been decided. Mask each name, or leave it.",
    "workshop.signing.not-in-text": "What is to be masked does not stand in the text any more. Read the text again.",
    "workshop.signing.overlaps": "Two parts to be masked overlap. Join them into one.",
    "workshop.signing.by-nobody": "A person has to sign the text off. Sign in first.",
    "workshop.signing.decided-already": (
        "Somebody has decided on this text since you opened it. Open it for reading again if you see it otherwise."
    ),
    "workshop.signing.hidden": "The contribution was hidden by a moderator. Show it first, or keep it back.",
    "workshop.signing.translation-undecided": (
        "Names were found in the translation. Decide on each of them too, then sign it off."
    ),
    "workshop.signing.translation-not-in-text": "What is to be masked does not stand in the translation any more.",
    "workshop.signing.translation-overlaps": "Two parts of the translation to be masked overlap. Join them into one.",
    "workshop.signing.state.unread": "Not read yet",
    "workshop.signing.state.signed-off": "Read and signed off",
    "workshop.signing.state.kept-back": "Kept back",
    "workshop.signing.advice": (
        "What was found is an offer. Look too for what tells who somebody is without a name: a unique role, an "
        "event, a family."
    ),
    # Labels and releases
    "workshop.label.whole": "Somebody who took part",
    "workshop.label.others": "All others",
    "workshop.threshold.below-least": (
        "No label and no cell of a table may stand for fewer than {least} people. Choose a larger number."
    ),
    "workshop.threshold.tables-below-labels": (
        "Tables need at least as many people as labels. Raise the number for tables."
    ),
    "workshop.threshold.lowered": (
        "These numbers are lower than is usual (5 for labels, 10 for tables). That is the owner's to answer for, "
        "and is said wherever something is published."
    ),
    "workshop.breach.labels": (
        "Whoever lays these side by side could narrow a speaker down to fewer than {least} people: {inside}."
    ),
    "workshop.breach.table": (
        "Whoever lays these tables side by side could work out a group of fewer than {least} people: {inside}."
    ),
    "workshop.breach.outside": "What shows it is what is left when these are taken away: {outside}.",
    "workshop.breach.instead": "Merge small groups, leave one of these out, or count as in the earlier release.",
    "workshop.breach.weakened": (
        "People have withdrawn since something was published, and a group there is now too small. It cannot be "
        "taken back; do not use it again."
    ),
    "workshop.breach.held": (
        "Those who joined after a release are fewer than {least}. What they said waits until there are more."
    ),
    "workshop.detail.kept": "The labels say {detail} of {full} steps of detail; at most {possible} can be said safely.",
    "workshop.anonymity.held": "Each label stands for no fewer than {least} people who took part.",
    "workshop.anonymity.no-register": (
        "How few people a label stands for cannot be computed: there is no register of who took part."
    ),
    "workshop.anonymity.too-few-people": (
        "Fewer people took part than a label has to stand for. Nothing can be said of where they speak from."
    ),
    "workshop.consent.group": "The people in your group hear what you say and know that you said it.",
    "workshop.consent.labels": (
        "What you say is published without your name. Beside it may stand your sector, level of role, area or "
        "scale, but only as far as at least {least} people share them."
    ),
    "workshop.consent.read": (
        "Somebody reads every text before it is published and takes out names and places that could tell who you are."
    ),
    "workshop.consent.withdraw": (
        "You can withdraw with your own link at any time: your words are deleted, and are taken out of what is "
        "published here. Whoever kept an earlier file and knows that you withdrew can find out which words were yours."
    ),
    "workshop.consent.contact": "Your contact details are deleted after the event.",
    # Statements of the workshop
    "workshop.statement.statement-empty": "The statement is empty. Write what was found.",
    "workshop.statement.no-contributions": "The statement rests on no contribution. Choose those it was written from.",
    "workshop.statement.contribution-unknown": "One of the contributions is not there. It may have been withdrawn.",
    "workshop.statement.contribution-withdrawn": (
        "Somebody withdrew what this statement rested on. Read it again beside what is left, and save it."
    ),
    "workshop.statement.contribution-hidden": "One of the contributions was hidden by a moderator. Leave it out.",
    "workshop.statement.contribution-held": (
        "One of the contributions would stand out: it is by a facilitator, by somebody noted as not having come, or by "
        "one of too few who joined late. Leave it out for now."
    ),
    "workshop.statement.stance-not-coded": (
        "One of the contributions is not coded with this stance. Code it, or choose another stance."
    ),
    "workshop.statement.voice-not-safe": (
        "One of the voices says more than is safe, or is of nobody who said this. Choose among those offered."
    ),
    "workshop.statement.action-and-proposal": (
        "The statement bears on an action and on a new one. Choose one of the two."
    ),
    "workshop.statement.action-unknown": "The edition has no such action. Choose one it has.",
    "workshop.statement.proposal-unknown": "There is no such proposal. Choose one there is.",
    "workshop.statement.bears-on-nothing": (
        "The statement does not say what it bears on. Choose an action or a category."
    ),
    "workshop.statement.finding-unknown": "The edition has no such finding. Check its number.",
    "workshop.statement.stance-needs-finding": "Say which finding or action is echoed or challenged.",
    # The chapter of the report
    "workshop.chapter.title": "What the workshop said",
    "workshop.chapter.themes": (
        "These are themes across contributions. They are nobody's vote and not the view of everybody who took "
        "part; they are not turned into percentages."
    ),
    "workshop.chapter.of-whole": "The workshop on the whole",
    "workshop.chapter.of-category": "On this category as a whole",
    "workshop.chapter.echoed": "Echoed",
    "workshop.chapter.challenged": "Challenged",
    "workshop.chapter.added": "Added",
    "workshop.chapter.bears-on": "On finding {finding}",
    "workshop.chapter.voices": "Among those who said so: {items}",
    "workshop.chapter.labels": (
        "Beside each statement stand sectors of people who said so, and nothing more of who they are."
    ),
    "workshop.chapter.about-evidence": "On the evidence that was discussed:",
    "workshop.chapter.among.discussed": "Spoken of, without a statement of its own: {items}.",
    "workshop.chapter.among.not-published": "Nothing is published of what may have been said about them: {items}.",
    "workshop.chapter.among.nothing-said": "Put to the groups, and nobody's contribution was about it: {items}.",
    "workshop.chapter.among.not-discussed": "Not discussed in the workshop: {items}.",
    "workshop.chapter.additional": "Additional actions",
    "workshop.chapter.no-additional": "The workshop added no action.",
    "workshop.chapter.footer": "Edition",
    "workshop.chapter.page": "Page",
    "workshop.discussion.discussed": "Discussed in the workshop",
    "workshop.discussion.not-published": "Nothing is published of what may have been said about this.",
    "workshop.discussion.nothing-said": "This was put to the groups. Nobody's contribution was about it.",
    "workshop.discussion.not-discussed": "Not discussed in the workshop",
}
