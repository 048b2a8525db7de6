# Promoted places.

promotion-label = Sponsored

refusal-promotion-activity-unknown = There is no such published activity. Choose one from the list.
refusal-promotion-no-institution = Only activities of an institution of this city can be promoted. Give the activity an institution first.
refusal-promotion-dates-reversed = The last day is before the first. Give a later one.
refusal-promotion-dates-past = The last day is over. Give today or a later day.
refusal-promotion-dates-too-long =
    { $days ->
        [one] A place is sold for at most { $days } day. Give an earlier last day.
       *[other] A place is sold for at most { $days } days. Give an earlier last day.
    }
refusal-promotion-interest-unknown = We do not know the interest “{ $id }”, or there are too many. Choose from the list, at most 50.
refusal-promotion-district-unknown = The city has no district “{ $id }”, or there are too many. Choose from the list, at most 50.
refusal-promotion-weight-out-of-range = Give the share as a number from 1 to { $max }.
refusal-promotion-note-too-long =
    { $max ->
        [one] A note has at most { $max } character. Shorten it.
       *[other] A note has at most { $max } characters. Shorten it.
    }
refusal-promotion-ended = This promotion has ended and cannot be changed any more. Make a new one.
