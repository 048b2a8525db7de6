# The frame of every mail
mail-foot = This message was sent by the education portal of { $city }.
mail-foot-portal = Open the portal
mail-foot-privacy = What we do with data
mail-why = We write because this concerns you or your institution. Nobody has to order such messages.
mail-why-asked = We write because somebody, presumably you, gave this address on the portal. If that was a mistake, do nothing.

# Buttons of mails that concern somebody
desk-mail-entry = See the entry
desk-mail-sent-back-button = Mend the proposal
events-mail-see = See the event
events-mail-answer-button = Answer the invitation or request
