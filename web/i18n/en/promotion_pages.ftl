# Pages of sponsored places.

promotion-why = Why do I see this?

promotions-title = Sponsored places
promotions-lead = Classes of institutions that bought a place beside the results. It does not change the order of results.
promotions-none = No place has been sold yet. Choose a class and say from when until when it is to be shown.
promotion-new = Sell a place
promotion-of = Promotion: { $title }
promotion-activity-gone = Class not published
promotion-days = { $from } – { $until }
promotion-for-all = for everybody
promotion-weight-of = share { $n }
promotion-views = Views
promotion-clicks = Clicks
promotion-rate = Click rate
promotion-per-cent = { $whole }.{ $tenths }%

promotion-state-shown = shown
promotion-state-other-days = not on its days
promotion-state-unpublished = class not published
promotion-state-PAUSED = paused
promotion-state-ENDED = ended

promotion-activity = Which class?
promotion-activity-hint = Paste a link to the page of the class, or type its name.
promotion-found = Classes found
promotion-none-found = There is no such class. Try a shorter name, or paste a link.
promotion-no-institution = no institution, cannot be promoted
promotion-choose = Choose
promotion-choose-of = Choose: { $title }
promotion-choose-other = Choose another
promotion-starts = First day
promotion-ends = Last day
promotion-starts-missing = Enter the first day.
promotion-ends-missing = Enter the last day.
promotion-date-wrong = This is not a date. Enter day, month and year, for example 1.09.2026.
promotion-interests = For which interests?
promotion-interests-hint = Whoever looks for something else does not see it. Tick nothing if it is for everybody.
promotion-districts = For which districts?
promotion-districts-hint = Whoever looks in another district does not see it. Tick nothing if it is for the whole city.
promotion-districts-all = Districts
promotion-chosen = Chosen: { $names }
promotion-chosen-count = chosen: { $n }
promotion-weight = Share
promotion-weight-hint = From 1 to 10. A place with share 2 is shown twice as often as one with share 1.
promotion-weight-wrong = Enter a number from 1 to 10.
promotion-note = Note
promotion-note-hint = The number of an invoice, for example. Only editors see it.
promotion-create = Sell the place
promotion-details = Dates and audience
promotion-switch = Showing it
promotion-switch-hint = A paused place can be resumed. An ended one cannot: only its numbers stay.
promotion-pause = Pause
promotion-resume = Resume
promotion-end = End for good
promotion-end-ask = End this promotion for good? It cannot be undone.
promotion-by-day = Day by day
promotion-day = Day
promotion-no-days = Nobody has seen this promotion yet.
promotion-desk =
    { $n ->
        [one] place sold
       *[other] places sold
    }

done-promotion-created = The place is sold. It is shown from its first day.
done-promotion-saved = Saved.
done-promotion-paused = The promotion is paused. You can resume it.
done-promotion-resumed = The promotion is shown again.
done-promotion-finished = The promotion has ended.

promotion-rules-title = How “Sponsored” works
promotion-rules-lead = The portal of { $city } also lives on places that local institutions buy. You can always tell which ones they are.
promotion-rules-where = Where they are
promotion-rules-where-text = One place above search results, and at most three on the front page. Each is labelled “Sponsored”.
promotion-rules-rank = What about the order of results
promotion-rules-rank-text = Nothing. The list below is the same as it would be without promotion: nobody can buy a higher place in it.
promotion-rules-choice = What you in particular see
promotion-rules-choice-text = We look only at what you search for at this moment: interests, district and age. We do not track what you look at, and we do not use children’s profiles.
promotion-rules-counts = What we count
promotion-rules-counts-text = How often a place was shown and how often somebody clicked it, in total for each day. We do not record who that was.
