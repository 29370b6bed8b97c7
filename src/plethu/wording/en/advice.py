"""English: what is said of advice. Names and answers come in quotation marks, so that they need not fit the grammar."""

TEMPLATES: dict[str, str] = {
    # Answers, as they stand inside other sentences
    "answer.item": "{values} ({subject})",
    "answer.given": "you answered {items}",
    "answer.given.many": "you answered {items}",
    "answer.not-chosen": "you did not choose {items}",
    "answer.not-chosen.many": "you did not choose {items}",
    "answer.sentence": "{answers}. ",
    "wanted.given": "you answered {items}",
    "wanted.given.many": "you answered {items}",
    "wanted.not-chosen": "you did not choose {items}",
    "wanted.not-chosen.many": "you did not choose {items}",
    "where.not": "not {item}",
    "quoted": "“{text}”",
    "join.comma": "{before}, {last}",
    "join.list": "{before}; {last}",
    "join.and": "{before} and {last}",
    "join.or": "{before} or {last}",
    # Reasons. `.if` is said where the circumstance is not known, `.if-so` where the edition cannot tell it from answers
    "reason.finding-helps-when": "{Answers}In that case the evidence speaks for it.",
    "reason.finding-helps-when.if": "{Answers}The evidence would speak for it if {wanted}.",
    "reason.finding-needs": "{Answers}The evidence says that it needs this.",
    "reason.finding-needs.if": "{Answers}The evidence says that it needs something, which you would have if {wanted}.",
    "reason.finding-lacks": "{Answers}The evidence says that it needs this: {where}.",
    "reason.finding-hinders": "{Answers}In that case the evidence has a caution.",
    "reason.finding-hinders.if": "{Answers}The evidence would have a caution if {wanted}.",
    "reason.general-caution": "The evidence has a caution that holds anywhere.",
    "reason.suits": "{Answers}It suits circumstances of that kind: “{about}”.",
    "reason.suits.if": "{Answers}It suits this: “{about}”. That would be true of you if {wanted}.",
    "reason.suits.if-so": "{Answers}It suits this, if it is true of you: “{about}”.",
    "reason.less-suited": "{Answers}It suits circumstances of that kind less well: “{about}”.",
    "reason.less-suited.if": "{Answers}It suits this less well: “{about}”. That would be true of you if {wanted}.",
    "reason.less-suited.if-so": "{Answers}It suits this less well, if it is true of you: “{about}”.",
    "reason.guards-against": "{Answers}It guards against this: “{about}”.",
    "reason.guards-against.if": "{Answers}It guards against this: “{about}”. That would matter to you if {wanted}.",
    "reason.guards-against.if-so": "{Answers}It guards against this, if you have it: “{about}”.",
    "reason.undermines": "{Answers}In that case it can weaken this: “{about}”.",
    "reason.undermines.if": "{Answers}It can weaken this: “{about}”. That would concern you if {wanted}.",
    "reason.undermined-by": "{Answers}This can weaken it: “{about}”.",
    "reason.undermined-by.if": "{Answers}This can weaken it: “{about}”. That would concern you if {wanted}.",
    "reason.watch-for": "This can weaken it: “{about}”.",
    "reason.leads-to-missing": "{Answers}It leads to what is still missing: “{about}”.",
    "reason.evolves-into": "In time it can become this: “{about}”.",
    "reason.alternative-to": "It can take the place of this: “{about}”.",
    "reason.stage-fits": "{Answers}It suits that stage.",
    "reason.stage-later": "{Answers}It suits a later stage: {where}.",
    "reason.stage-past": "{Answers}It suits an earlier stage: {where}.",
    "reason.lapsed": "You said that it has lapsed. Find out why before you begin again.",
    "reason.single-statement": (
        "This action was added by a workshop, and rests on a single statement of it, or on what one person said there."
    ),
    # The same, said of the whole collaboration
    "whole.undermined-by": "{Answers}This can weaken the whole collaboration: “{about}”.",
    "whole.undermined-by.if": (
        "{Answers}This can weaken the whole collaboration: “{about}”. That would concern you if {wanted}."
    ),
    "whole.watch-for": "This can weaken the whole collaboration: “{about}”.",
    "whole.less-suited": "{Answers}Working together suits circumstances of that kind less well: “{about}”.",
    "whole.less-suited.if": (
        "{Answers}Working together suits this less well: “{about}”. That would be true of you if {wanted}."
    ),
    "whole.less-suited.if-so": "{Answers}Working together suits this less well, if it is true of you: “{about}”.",
    "whole.undermines": "{Answers}In that case working together can weaken this: “{about}”.",
    "whole.undermines.if": "{Answers}Working together can weaken this: “{about}”. That would concern you if {wanted}.",
    "whole.outside-focus": "{Answers}The evidence was not about this, so take the advice with that in mind.",
    # Needs, by state and kind of end
    "need.met.action": "“{end}” is under way or in place.",
    "need.met.category": "Work on “{end}” is under way, or what it leads to is reached.",
    "need.met.goal": "“{end}”: you have this.",
    "need.met.feature": "“{end}” is strong today.",
    "need.met.other": "“{end}”: you have this.",
    "need.not-met.action": "“{end}” comes first.",
    "need.not-met.category": "Something from “{end}” comes first.",
    "need.not-met.goal": "“{end}” comes first.",
    "need.not-met.feature": "“{end}” has to grow strong first.",
    "need.not-met.other": "“{end}” comes first.",
    "need.not-sure.feature": "“{end}” should be strong. Check whether it is.",
    "need.not-sure.other": "“{end}”: check whether you have this.",
    "need.not-sure.question": "“{end}”: check this. {question}",
    "need.waived": "“{end}” usually comes first. On the route you chose, it can wait.",
    "need.elsewhere": "“{end}” comes first only where this is so: {where}.",
    "need.if": "“{end}” would come first if {wanted}.",
    # Steps on the way
    "path.action": "Start “{end}”.",
    "path.category": "Start something from “{end}”; the nearest is “{through}”.",
    "path.category.alone": "Start something from “{end}”.",
    "path.goal": "Reach this: “{end}”. {step}",
    "path.goal.through": "Reach this: “{end}”. The nearest way is “{through}”. {step}",
    "path.feature": "Help this to grow strong: “{end}”.",
    "path.other": "See to this: “{end}”.",
    "path.stage": "Get going what stands under “now”, and look again once you are further along: {where}.",
    # Changed answers, and the difference they make
    "change.question": "{subject} “{answer}”",
    "change.named": "{subject}: “{answer}”",
    "difference.moved": "“{action}” moves from “{before}” to “{after}”.",
    "difference.verdict": "“{action}” stays in “{lane}”; the verdict changes from “{before}” to “{after}”.",
    "difference.reasons": "“{action}” stays in “{lane}”; what it rests on changes.",
    "difference.new": "“{action}” is new, in “{after}”.",
    "difference.gone": "“{action}” is no longer there. It was in “{before}”.",
    # One sentence for each action, said after its verdict
    "headline.because": "“{statement}”; {answers}.",
    "headline.for-it": "The evidence speaks for it; {answers}.",
    "headline.caution": "The evidence has a caution; {answers}.",
    "headline.stage": "It suits your stage; {answers}.",
    "headline.stage-past": "It suits an earlier stage; {answers}.",
    "headline.open": "The evidence speaks for it, and nothing that you told us speaks against it.",
    "headline.no-evidence": "What speaks for it in the evidence is about other circumstances than yours.",
    "headline.in-place": "You said that it is in place.",
    "headline.first": "“{end}” comes first.",
    "headline.first.through": "“{end}” comes first, soonest through “{through}”.",
    "headline.first.category": "Something from “{end}” comes first; the nearest is “{through}”.",
    "headline.stage-ahead": "It suits a later stage: {where}.",
    # Lanes, their order and what they rest on
    "lane-meaning.now": "By your answers, nothing has to come first.",
    "lane-meaning.next": "What has to come first can be started now.",
    "lane-meaning.later": "What has to come first waits for something itself, or for a later stage.",
    "lane-meaning.keep-going": "You said that these are in place.",
    "lane-meaning.not-enough-evidence": (
        "What speaks for these in the evidence is about other circumstances than yours. They are in no lane, which "
        "does "
        "not speak against them."
    ),
    "order.rule": (
        "Within a lane, what you could lead yourselves comes first, if you said who you are. Then comes what fits "
        "before "
        "what fits with care, then what more of the other actions wait for, then the framework's own order. Your "
        "capacity for change moves nothing: it only marks where to start."
    ),
    "lane-basis": (
        "Actions placed after now: {total}. By what the report states: {stated}. By our own reading: {ours}."
    ),
    "lane-basis.none": "No action is held back.",
    # Case studies like this situation
    "likeness.cited-for-action": "The evidence on this action cites it.",
    "likeness.about-action": "Its title is about this action, by our reading.",
    "likeness.same-authority": "It comes from an area that you named: “{about}”.",
    "likeness.same-region": "It covers an area that you named: “{about}”.",
    "likeness.same-aim": "It shares an aim with you: “{about}”.",
    "likeness.same-kind-of-area": "It comes from an area of the same kind: “{about}”.",
    # Outcomes to agree at the outset
    "outcome.name": "{kind}: {evidence}",
    "outcome.process.quality": "“{concept}”: what would partners say had changed, and who will ask them?",
    "outcome.process.quantity": "“{concept}”: what could you count, and where does it stand today?",
    "outcome.wellbeing.quality": "“{concept}”: whose stories would show it, and who will gather them?",
    "outcome.wellbeing.quantity": "“{concept}”: which number would move, by when, and where does it stand today?",
    "outcome.process.quality.none": "What would partners say had become better about working together?",
    "outcome.process.quantity.none": "What about working together could you count, and where does it stand today?",
    "outcome.wellbeing.quality.none": "Whose lives should be better, and what would they say had changed?",
    "outcome.wellbeing.quantity.none": (
        "Which number about people's lives should move, by when, and where does it stand today?"
    ),
    # Evidence
    "evidence.silence": "Not discussed in the workshop.",
    "ground.stance": "{stance} ({basis})",
    # Questions that are not an edition's own
    "question.name": "What is the collaboration called?",
    "question.purpose": "What is it for, in your own words?",
    "question.route": "Where would you rather begin?",
    "question.capacity": "How much time and energy is there for change?",
    "question.difficulties": "What is going wrong?",
    "question.in-place": "Is it in place? {action}",
    "question.today": "How strong is this today? {concept}",
    "question.override": "Your own lane: {action}",
    "answer.override": "{lane}. {reason}",
    # About the whole
    "title.general": "Advice for your collaboration",
    "notice.draft-welsh": "Draft Welsh: no fluent person has read this text yet.",
}
