# Pages of debates: questions, supports, answers, the editors' desk.

menu-debates = Debates

debate-title = Debates on education
debate-description = Debates and sessions on education in { $city }: ask a question, support those of others, read the answers.
debate-lead = Ask a question before the meeting, or support those of others. Officials hear those with most support first.
debate-upcoming = To come
debate-none = No debate is announced now. Look in again some time.
debate-past = Archive
debate-past-none = There has been no debate here yet.
debate-all = All debates
debate-back = Back to the debate
debate-online = online
debate-state-over = over
debate-state-open = open for questions
debate-state-later = questions soon
debate-state-closed = closed for questions
debate-open-until = Questions are taken until { $date }.
debate-opens = Questions are taken from { $date }.
debate-closed-since = Questions were taken until { $date }.
debate-questions = Questions
debate-questions-count =
    { $n ->
        [0] no questions yet
        [one] { $n } question
       *[other] { $n } questions
    }
debate-answers-count =
    { $n ->
        [one] { $n } answer
       *[other] { $n } answers
    }
debate-answers = Answers
debate-answers-all = All answers
debate-answers-lead = The city has answered these questions of its people.
debate-answers-none = There are no answers yet. They come after the debate.
debate-facts = In short
debate-when = When
debate-where = Where
debate-ends = until { $date }
debate-watch = Watch it live
debate-about = What we will talk about
debate-moderate = Questions to be read

debate-home = Debate
debate-home-text = Ask a question until { $date }, or support those of others.
debate-home-count =
    { $n ->
        [one] There is { $n } question already.
       *[other] There are { $n } questions already.
    }

question-ask = Ask a question
question-text = Your question
question-text-hint = One question, short and to the point. Without personal data of others.
question-name = Signature
question-name-hint = It is shown beside the question. Empty: the question is anonymous.
question-email = E-mail address
question-email-hint = We send a link to confirm. Nobody is shown it.
question-consent = I agree to the publication of question and signature.
question-next = Next
question-send = Send the question
question-send-anyway = Send it anyway
question-send-title = Send the question
question-rules = Editors read the question first. We do not publish what insults or what reveals the data of others.
question-text-missing = Write a question.
question-check-title = Is it one of these?
question-check-lead = Somebody has asked something like it. Support that question, and it moves up the list.
question-check-none = Nobody has asked this yet. Check the question and send it.
question-none-of-these = None of them – my question is another
question-similar = Is it one of these?
question-similar-hint = Somebody has asked something like it. You can support that question instead of sending your own.
question-see = See the question
question-anonymous = anonymous
question-own = Your question
question-sort = Order of questions
question-sort-SUPPORT = most support
question-sort-NEWEST = newest
question-sort-ANSWERED = answered
question-supports =
    { $n ->
        [one] support
       *[other] supports
    }
question-supports-count =
    { $n ->
        [one] { $n } support
       *[other] { $n } supports
    }
question-merged-count =
    { $n ->
        [one] { $n } like it merged into it
       *[other] { $n } like it merged into it
    }
question-is-answered = already answered
question-answer = Answer
question-answer-by = Answered by { $name }
question-support = Support
question-support-it = Support the question: { $text }
question-support-instead = Support this question
question-supported = Supported
question-unsupport-it = Take back support of the question: { $text }
question-support-title = Support a question
question-support-email-hint = We send a link to confirm. One person supports a question once.
question-support-rules = The address is used only to count the support.
question-support-own = It is your question, so you stand behind it already.
question-support-already = You support this question already.
question-support-closed = This question can no longer be supported.
question-withdraw = Take back
question-withdraw-sure = Take this question back?
questions-none-open = Nobody has asked yet. Ask the first question.
questions-none-later = Questions can be asked before the debate.
questions-none = No questions were asked for this debate.

question-link-title-CONFIRM = Confirm the question
question-link-title-SUPPORT = Confirm your support
question-link-title-WITHDRAW = Take the question back
question-link-do-CONFIRM = I confirm this question
question-link-do-SUPPORT = I confirm my support
question-link-do-WITHDRAW = I take the question back
question-link-hint-CONFIRM = Then editors read and publish it.
question-link-hint-SUPPORT = It counts at once.
question-link-hint-WITHDRAW = It leaves the site for good.
question-link-DONE = It is done already
question-link-text-DONE = This link has been used. There is nothing you need to do.
question-link-EXPIRED = The link has expired
question-link-text-EXPIRED = It was good for two days. Ask or support the question once more.
question-link-INVALID = This link does not work
question-link-text-INVALID = See whether the address in the message was copied whole.
question-link-CLOSED = It is too late
question-link-text-CLOSED = Questions for this debate are no longer taken. You can read those that others asked.

debate-desk-of = Questions: { $title }
debate-desk-back = Questions for the debate
debate-desk-states = State of questions
debate-desk-waiting =
    { $n ->
        [one] { $n } waits
       *[other] { $n } wait
    }
debate-desk-WAITING = To be read
debate-desk-PUBLISHED = Published
debate-desk-REJECTED = Rejected
debate-desk-MERGED = Merged
debate-desk-none-WAITING = All is read. New questions appear here.
debate-desk-none-PUBLISHED = No questions are published yet.
debate-desk-none-REJECTED = Nothing was rejected.
debate-desk-none-MERGED = Nothing was merged.
debate-not-yours = Questions are read by the city’s editors.
debate-see = See it on the site
debate-edit = Edit the debate
debate-export = Download CSV
debate-print = Print
debate-print-title = Questions for the debate: { $title }
debate-print-hint = Questions by their support, for the meeting.
debate-print-rank = No.
debate-print-supports = Supports
debate-print-question = Question
debate-print-author = Signature
debate-print-answer = Answer
question-publish = Publish
question-merge = Merge
question-merge-of =
    { $n ->
        [one] Like { $n } question
       *[other] Like { $n } questions
    }
question-merge-into = Merge into this question; supports add up
question-merged-into = Merged into:
question-reject-open = Reject…
question-reject-reason = Why?
question-reject-hint = The author reads this in a message.
question-reject = Reject
question-reason = Reason:
question-own-not-decided = It is your question, so somebody else decides.
question-undo = Take the decision back
question-answer-write = Write an answer
question-answer-edit = Change the answer
question-answer-text = Answer
question-answer-hint = An empty line begins a paragraph. Empty: the answer is removed.
question-answered-by = Who answers
question-answer-save = Save the answer

done-question-waits = Thank you. The question waits to be read by editors.
done-question-mailed = Nearly done: we sent a message with a link. Open it and confirm the question.
done-question-confirmed = The question is confirmed. Now editors read it.
done-question-supported = Your support counts.
done-question-support-mailed = Nearly done: we sent a message with a link. Open it and confirm your support.
done-question-support-taken-back = Your support is taken back.
done-question-withdrawn = The question is taken back.
done-question-published = The question is published.
done-question-rejected = The question is rejected. We wrote to its author.
done-question-merged = The questions are merged.
done-question-undone = The decision is taken back.
done-question-answered = The answer is published.
done-question-answer-removed = The answer is removed.

debate-form-what = Debate
debate-form-title = Topic
debate-form-title-hint = For example “How can pupils of year eight be relieved?”.
debate-form-text = Description
debate-form-text-hint = What it is about and who takes part. An empty line begins a paragraph.
debate-form-starts = Beginning
debate-form-ends = End
debate-form-questions = When questions are taken
debate-form-questions-hint = Empty: from the announcement until the debate begins.
debate-form-open = From
debate-form-open-hint = Before, the debate is announced without a form.
debate-form-close = Until
debate-form-close-hint = The day before, for example, so that answers can be prepared.
debate-form-where = Where
debate-form-venue = Place
debate-form-venue-hint = For example “City hall, council chamber”.
debate-form-address = Address
debate-form-online = Broadcast
debate-form-online-hint = Address of the page where it can be watched, for example https://example.org/debate.
debate-form-more = More details
debate-form-more-hint = Languages, keywords
debate-form-languages-hint = In which languages people can speak or listen.
