# What is wrong with a value of the catalogue, and what would be right.

refusal-field-missing = This must not be empty.
refusal-field-too-long =
    { $most ->
        [one] This is too long: { $most } character is the most.
       *[other] This is too long: { $most } characters are the most.
    }
refusal-field-bad-character = The character { $character } does not belong in a text. Delete it, or type the text anew.
refusal-field-count = Give a whole number, 0 or more, like 12.
refusal-field-degrees = Give degrees from -{ $most } to { $most }, with a decimal point, like 52.74.
refusal-field-latitude = There is a longitude, so there must be a latitude. Give both, or neither.
refusal-field-longitude = There is a latitude, so there must be a longitude. Give both, or neither.
refusal-field-district = There is no such district in this city. Choose one of the list, or leave this empty.
refusal-field-link = Here an address is expected, with https:// in front, like https://example.org/enrol.
refusal-field-email = Here an e-mail address is expected, like office@example.org.
refusal-field-kind = Choose a kind of institution, like CULTURE_CENTRE.
refusal-field-sector = Choose PUBLIC or NON_PUBLIC.

refusal-field-choice = “{ $value }” is not in the list. Choose from { $known }.
refusal-field-provider = Say who offers it: name the institution or the provider.
refusal-field-institution = There is no institution with this register number or id here. Choose one of the list, or name the provider instead.
refusal-field-interest =
    { $near ->
        [none] “{ $value }” is not in the list of interests. Choose from the list, like robotics.
       *[other] “{ $value }” is not in the list of interests; did you mean { $near }?
    }
refusal-field-age = Here an age is expected, in years (8) or in months (18m).
refusal-field-ages = The youngest age must not be above the oldest, as in 6 and 10.
refusal-field-slot = “{ $value }”: give a day and hours, like mon 16:00-17:30.
refusal-field-slot-reversed = “{ $value }”: the lesson ends before it begins. Put the earlier hour first, like mon 16:00-17:30.
refusal-field-date = Here a date is expected, like 2026-09-01.
refusal-field-dates = The last day lies before the first, so it ends before it begins. Swap them, or mend one.
refusal-field-moment = Here a date or a time is expected, like 2026-09-01 or 2026-09-01T08:00.
refusal-field-enrolment = Enrolment closes before it opens. Swap the two, or mend one.
refusal-field-price = Here a price is expected, like 120 or 49.50; 0 is free.
refusal-field-price-unit = Choose what the price is for: class, month, term or once.
refusal-field-places = There are more places left than there are places. Give at most as many as the group has.
refusal-field-language = “{ $value }”: give a language tag (BCP 47), like pl or uk.
refusal-field-accessibility = “{ $value }” is not in the list. Choose from { $known }.
refusal-field-tag = “{ $value }”: a tag has at most 50 characters. Shorten it.
refusal-field-yes-no = Answer yes or no.

refusal-import-id = Give each row an id of your own, like 1, and keep it: by it, the entry is found when you bring the file again.
refusal-import-repeated = This is the same entry as row { $row }. Keep one of the two rows.
refusal-import-entry = This id is of no entry of this institution. For a new entry, give an id of your own, like 1.
refusal-import-institution = This entry is of another institution. Leave the column empty for yours.
import-note-column = The column “{ $name }” is unknown and was left out.

sort-RATING = best rated

audience-pupils = pupils
audience-parents = parents
audience-teachers = teachers
audience-everybody = everybody
