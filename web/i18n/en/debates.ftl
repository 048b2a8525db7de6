# Debates and questions for them.

debates-feed-title = Debates – { $city }

question-state-UNCONFIRMED = Waits to be confirmed
question-state-WAITING = Waits to be checked
question-state-PUBLISHED = Published
question-state-ANSWERED = Answered
question-state-REJECTED = Rejected
question-state-MERGED = Merged with another
question-state-WITHDRAWN = Withdrawn

question-column-rank = Rank
question-column-question = Question
question-column-supports = Supports
question-column-name = Name
question-column-asked = Asked
question-column-state = State
question-column-answer = Answer

refusal-question-text-too-short =
    { $min ->
        [one] That is too little to be answered. Write at least { $min } character.
       *[other] That is too little to be answered. Write at least { $min } characters.
    }
refusal-question-text-too-long =
    { $max ->
        [one] The question is too long. Shorten it to { $max } character.
       *[other] The question is too long. Shorten it to { $max } characters.
    }
refusal-question-name-too-long =
    { $max ->
        [one] The name is too long. Shorten it to { $max } character.
       *[other] The name is too long. Shorten it to { $max } characters.
    }
refusal-question-email-invalid = Type an e-mail address, such as anna@example.org. We will send a link there to confirm, and show the address to nobody.
refusal-question-consent-missing = Tick your consent. Without it we can neither keep nor show the question.
refusal-question-not-yet-open = Questions can be asked and supported from { $moment }.
refusal-question-closed = Questions could be asked and supported until { $moment }.
refusal-question-too-many =
    { $max ->
        [one] One person can ask { $max } question for a debate, and we have yours. You can support other people’s.
       *[other] One person can ask { $max } questions for a debate, and we have yours. You can support other people’s.
    }
refusal-question-already-asked = We have this question of yours. There is no need to send it again.
refusal-question-mail-sent-already = We have just sent several messages to this address. Use the link that came, or try again in a while.
refusal-question-too-many-from-here = A great many requests came from this place at once. Try again in a quarter of an hour, or sign in.
refusal-question-already-supported = You support this question already. Everybody counts once.
refusal-question-own = This is your own question. Others can support it.
refusal-question-link-invalid = This link does not work. Open it again from the message, or send the question again.
refusal-question-link-expired = This link has expired. Send the question or support again, and we will send a new one.
refusal-question-link-used = This link has done its work. There is no need to open it again.
refusal-question-reason-missing = Write why you reject it. The author will get that in a message.
refusal-question-reason-too-long =
    { $max ->
        [one] The reason is too long. Shorten it to { $max } character.
       *[other] The reason is too long. Shorten it to { $max } characters.
    }
refusal-question-nothing-chosen = Tick at least one question.
refusal-question-too-many-chosen =
    { $max ->
        [one] At most { $max } question can be decided on at a time. Tick fewer.
       *[other] At most { $max } questions can be decided on at a time. Tick fewer.
    }
refusal-question-outdated = Somebody changed it meanwhile. Reload the page, see what is new, and decide again.
refusal-question-wrong-state = As the question stands, this cannot be done. Reload the page and see what became of it.
refusal-question-into-missing = Choose the question to merge it with.
refusal-question-into-wrong = It can only be merged with another published question of the same debate.
refusal-question-answer-too-long =
    { $max ->
        [one] The answer is too long. Shorten it to { $max } character.
       *[other] The answer is too long. Shorten it to { $max } characters.
    }
refusal-question-answered-by-too-long =
    { $max ->
        [one] That is too long. Shorten it to { $max } character.
       *[other] That is too long. Shorten it to { $max } characters.
    }
refusal-field-questions-reversed = Questions end before they begin. Change one of the dates.
refusal-field-questions-too-late = Questions cannot be taken when the debate is over. Give an earlier date.

debate-mail-confirm-question-subject = Confirm your question for the debate “{ $title }”
debate-mail-confirm-question-text = Somebody, presumably you, asked a question with this address for the debate “{ $title }”. Confirm it, and it goes to the editors. Until then nobody sees it.
debate-mail-confirm-question-button = See and confirm the question
debate-mail-confirm-support-subject = Confirm your support of a question for the debate “{ $title }”
debate-mail-confirm-support-text = Somebody, presumably you, wants to support a question with this address for the debate “{ $title }”. Confirm it, and it counts.
debate-mail-confirm-support-button = Confirm the support
debate-mail-confirm-hint =
    { $hours ->
        [one] The link works for { $hours } hour, and once only.
       *[other] The link works for { $hours } hours, and once only.
    }
debate-mail-confirm-not-you = If it was not you, do nothing. Unless it is confirmed, nothing is shown or counted.
debate-mail-published-subject = Your question for the debate “{ $title }” is on the site
debate-mail-published-text = The editors published your question for the debate “{ $title }”:
debate-mail-published-next = Others can support it now:
debate-mail-rejected-subject = Your question for the debate “{ $title }” was not published
debate-mail-rejected-text = The editors did not publish your question for the debate “{ $title }”:
debate-mail-rejected-reason = The reason:
debate-mail-rejected-next = You can ask another question, or support other people’s:
debate-mail-merged-subject = Somebody asks the same for the debate “{ $title }”
debate-mail-merged-text = The editors merged your question for the debate “{ $title }” with another that is about the same:
debate-mail-merged-into = This question stands for both now, with the supports of both:
debate-mail-merged-next = See it on the debate’s page:
debate-mail-answered-subject = Your question for the debate “{ $title }” was answered
debate-mail-answered-text = Your question for the debate “{ $title }” was answered. The question:
debate-mail-answered-answer = The answer:
debate-mail-answered-by = Answered by { $by }:
debate-mail-answered-next = All of it is on the debate’s page:
debate-mail-withdraw = If the question is to go, you can withdraw it:
