# Safe Together: alerts and advice.

alert-status-ACTUAL = real
alert-status-EXERCISE = exercise
alert-status-TEST = test

alert-message-ALERT = alert
alert-message-UPDATE = update
alert-message-CANCEL = cancellation

alert-state-PENDING = waiting for a second person
alert-state-REJECTED = rejected
alert-state-SCHEDULED = not yet in force
alert-state-ACTIVE = in force
alert-state-EXPIRED = no longer in force
alert-state-UPDATED = replaced by a newer one
alert-state-CANCELLED = cancelled

alert-category-GEO = ground and landslides
alert-category-MET = weather
alert-category-SAFETY = public safety
alert-category-SECURITY = law and order
alert-category-RESCUE = rescue
alert-category-FIRE = fire
alert-category-HEALTH = health
alert-category-ENV = environment
alert-category-TRANSPORT = transport
alert-category-INFRA = water, power, gas, telecoms
alert-category-CBRNE = contamination or explosives
alert-category-OTHER = other

alert-response-SHELTER = take shelter
alert-response-EVACUATE = leave the area
alert-response-PREPARE = get ready
alert-response-EXECUTE = follow the plan
alert-response-AVOID = stay away
alert-response-MONITOR = follow the news
alert-response-ASSESS = assess the situation
alert-response-ALL_CLEAR = the danger is over
alert-response-NONE = nothing to do

alert-urgency-IMMEDIATE = act at once
alert-urgency-EXPECTED = act within an hour
alert-urgency-FUTURE = act in the near future
alert-urgency-PAST = no need to act any more
alert-urgency-UNKNOWN = urgency unknown

alert-severity-EXTREME = extreme
alert-severity-SEVERE = severe
alert-severity-MODERATE = moderate
alert-severity-MINOR = minor
alert-severity-UNKNOWN = unknown

alert-certainty-OBSERVED = confirmed
alert-certainty-LIKELY = likely
alert-certainty-POSSIBLE = possible
alert-certainty-UNLIKELY = unlikely
alert-certainty-UNKNOWN = unknown

alert-cancel-headline = Cancelled: { $headline }
alert-cancel-description = This alert is no longer in force.
alert-cancel-by-sender = Cancelled by its sender.
alert-clear-headline = The danger is over: { $event }
alert-clear-description = What we warned of is no longer a danger. The earlier alert has been cancelled.

alert-feed-title = Alerts – { $city }
alert-feed-exercise-title = Exercise alerts – { $city }

refusal-alert-text-missing = This field must not be empty.
refusal-alert-text-too-long =
    { $most ->
        [one] The text is too long: it can have at most { $most } character.
       *[other] The text is too long: it can have at most { $most } characters.
    }
refusal-alert-category-missing = Choose at least one category.
refusal-alert-expires-past = The end of the alert has already passed. Give a later one.
refusal-alert-expires-before-start = The alert ends before it comes into force. Give a later end or an earlier start.
refusal-alert-expires-too-late =
    { $days ->
        [one] An alert can be in force for at most { $days } day. Give an earlier end; you can update it later.
       *[other] An alert can be in force for at most { $days } days. Give an earlier end; you can update it later.
    }
refusal-alert-effective-too-late =
    { $days ->
        [one] An alert must come into force within { $days } day.
       *[other] An alert must come into force within { $days } days.
    }
refusal-alert-effective-later = An update replaces the earlier alert at once, so it cannot come into force later. Leave this field empty.
refusal-alert-onset-too-late = The event would begin when the alert is no longer in force. Correct the beginning of the event or the end of the alert.
refusal-alert-point-wrong = These are no coordinates. Latitudes go from -90 to 90 degrees, longitudes from -180 to 180.
refusal-alert-polygon-corners = An area has from { $least } to { $most } points; the last is the first again.
refusal-alert-polygon-open = The last point of the area must be the same as the first.
refusal-alert-polygon-crossing = The border of the area crosses itself. Give the points in the order in which the border runs.
refusal-alert-area-elsewhere = This area is far from the city. Check whether latitude and longitude are swapped.
refusal-alert-radius-wrong = A radius is more than 0 and at most { $most } km.
refusal-alert-reason-missing = Say why.
refusal-alert-not-current = This alert is not current any more: it is over, cancelled, or replaced by a newer one.
refusal-alert-already-decided = This alert no longer waits for a decision.
refusal-alert-second-person = Somebody other than its author must approve this alert.

refusal-cap-too-large = A message can have at most { $most } kB.
refusal-cap-not-xml = This is not a correct XML document: { $problem }
refusal-cap-unsafe = A message must have no DOCTYPE and no entities of its own, and not too many elements nor too deep within each other.
refusal-cap-foreign = This is not a CAP 1.2 message: the root element is "alert" in the namespace urn:oasis:names:tc:emergency:cap:1.2.
refusal-cap-missing = The element { $element } is missing or empty.
refusal-cap-value = The element { $element } says "{ $value }", but this is expected: { $expected }.
refusal-cap-repeated = The element { $element } comes more often than it may.
refusal-cap-reference = We do not know the alert that alert.references refers to.

alert-mail-approve-subject = Urgent: an alert waits for approval
alert-mail-approve-text = { $sender } wants to announce an alert of extreme danger. It will appear only once a second person who may do so has approved it.
alert-mail-approve-author = Written by: { $author }
alert-mail-approve-next = Read it and decide:
alert-mail-approve-button = Read the alert
alert-mail-approved-subject = Alert approved: { $headline }
alert-mail-approved-text = A second person has approved your alert "{ $headline }". Everybody sees it now.
alert-mail-rejected-subject = Alert rejected: { $headline }
alert-mail-rejected-text = A second person has rejected your alert "{ $headline }". It has not appeared. The reason:
alert-mail-decided-next = See the alert:

advice-topic-ROAD = on the road
advice-topic-WATER_ICE = by the water and on ice
advice-topic-FIRE_GAS_CO = fire, gas and carbon monoxide
advice-topic-CYBER = online
advice-topic-DRUGS = drugs
advice-topic-VIOLENCE = violence
advice-topic-MISSING_CHILD = when a child is missing
advice-topic-WEATHER = weather
advice-topic-PUBLIC_EVENTS = events and crowds
advice-topic-HEALTH = health
advice-topic-OTHER = other

advice-season-SPRING = spring
advice-season-SUMMER = summer
advice-season-AUTUMN = autumn
advice-season-WINTER = winter
advice-season-SCHOOL_START = start of the school year
advice-season-HOLIDAYS = holidays
