# The account, children's profiles, invitations, an institution's team, tokens, and the city's people

account-title = My account
account-hello = Hello, { $name }
account-since = This account was opened on { $date }.
account-roles = Your roles
account-invitations =
    { $n ->
        [one] An invitation is waiting for you
       *[other] Invitations are waiting for you
    }

children-title = Children
children-empty = Add a child’s profile, and the search will know the age, the interests and what is close. Only you see the profile.
child-add = Add a child
child-add-another = Add another child
child-age-months =
    { $n ->
        [0] newborn
        [one] { $n } month
       *[other] { $n } months
    }
child-search = Find activities: { $name }
child-edit = Edit profile
child-edit-of = Edit profile: { $name }
child-born = born on { $date }

child-title = Profile: { $name }
child-new-title = New child’s profile
child-new-lead = A name or nickname and the birth date are enough. You can add the rest later.
child-name = Name or nickname
child-name-hint = For you only, Annie for instance. No surname is needed.
child-birth-date = Birth date
child-birth-date-hint = The age follows from it when you look for activities.
child-birth-date-missing = Give the birth date.
child-birth-date-wrong = This is no date. Type day, month and year, like 7.05.2017.
child-interests = Interests
child-interests-field = What do they like?
child-interests-hint = Activities about these come first. Open a group and tick what fits.
child-interests-chosen = Chosen: { $names }
child-interests-count = { $n } chosen
child-home = Neighbourhood
child-home-hint = A district or a street without a number, like Pogodno. Distances are counted from there.
child-school = School or preschool
child-school-hint = Begin to type its name and choose it from the list.
child-privacy = Nobody but you looks at a child’s profile. Should an administrator of the city ever do so, it is written into the log.
child-read-noted = That you are looking at a child’s profile has been written into the log.
child-delete-title = Delete the profile
child-delete-text = The profile goes at once and for good: { $name }, the birth date, interests, neighbourhood and school. This cannot be undone.
child-delete = Delete for good: { $name }

institution-pick-hint = Begin to type its name and choose it from the list.
institution-find = Find
institution-found = Which institution is it?
institution-none-found = We found no such institution. Try a shorter name: the number alone, or the patron.
institution-not-picked = Choose the institution from the list: a name is not enough, since several may bear it. Use the “Find” button.
institution-not-named = Type the name or a part of it, then press “Find”.

profile-title = Profile and language
profile-name = What shall we call you?
profile-name-hint = Your reviews and proposals are signed with it. If it is empty, the beginning of your e-mail address is shown.
profile-language = Language of messages
profile-language-hint = Our e-mails to you are in this language.
profile-email = E-mail address

ways-title = Ways to sign in
ways-email = Confirmed; codes to sign in are sent here.
ways-email-unverified = Not confirmed yet. Sign in with a code from a message to confirm it.
ways-linked = joined on { $date }
ways-hint = To add another way, sign in with it: if the address is the same, we will offer to join them.

devices-title = Your devices
device-current = this device
device-since = signed in { $moment }
device-seen = last seen { $moment }
device-sign-out = Sign out
device-sign-out-of = Sign out: { $name }
devices-sign-out-others = Sign out all others

data-title = Your data
data-download-title = A copy of your data
data-download-hint = All that we know about you, in one ZIP archive.
data-download = Download data
data-erase-title = Deleting the account
data-erase-hint = With the children’s profiles, for good.
data-erase = Delete account

erase-title = Delete the account
erase-lead = A deleted account cannot be brought back. See what goes and what stays.
erase-goes = Goes at once
erase-goes-account = address, name, ways to sign in and all devices that are signed in
erase-goes-children =
    { $n ->
        [one] the child’s profile: { $names }
       *[other] the children’s profiles: { $names }
    }
erase-goes-role = the role: { $role } ({ $place })
erase-goes-tokens = API tokens, invitations and sent messages
erase-goes-drafts = drafts of proposals that were not sent
erase-goes-reviews = your reviews and reports; averages are counted without them
erase-stays = Stays, with nothing that leads to you
erase-stays-entries = entries of the catalogue that came from your proposals
erase-stays-log = the log of official acts, which knows an account’s number only; that leads nowhere then
erase-download-first = Would you like to keep a copy?
erase-confirm-email = To confirm, type your e-mail address
erase-confirm-phrase = To confirm, copy the sentence
erase-confirm-hint = Type exactly: { $expected }
erase-button = Delete the account for good
erase-keep = Keep the account

role-in-whole-city = the whole city, { $city }
role-choice = Role
role-not-chosen = Choose a role.
role-may-contributor = Writes for the institution; the editors check it.
role-may-manager = Keeps the institution’s entries, its team and its tokens.
role-may-editor = Checks proposals and keeps the catalogue of the whole city.
role-may-admin = Gives roles, sees accounts and the log, answers for the data.
role-give-up = Give up
role-give-up-of = Give up the role: { $role }, { $place }
role-give-up-ask = You are giving up the role “{ $role }”. You get it back only if somebody gives it to you again.
role-grant-title = Give a role
role-grant = Give the role
role-revoke = Take away
role-revoke-of = Take away the role: { $role }, { $place }
role-revoke-ask = Take away the role “{ $role }”? { $name } will lose it at once.
role-institution = Institution
role-institution-hint = For contributors and managers only. Editors and administrators act in the whole city.
role-not-to-oneself = Nobody gives a role to themselves. Another administrator can.

invitation-title = Invitation
invitation-lead = You have been invited to help build the portal of { $city }.
invitation-accept = Accept the invitation
invitation-accept-as = Accept the invitation: { $role }, { $place }
invitation-later = Not now
invitation-by = invited by { $name }
invitation-until = valid until { $date }
invitation-sent-on = sent on { $date }
invitation-as = You are signed in as { $email }. If the invitation came to another address, sign out and come in with that one.
invitation-as-nobody = Your account has no e-mail address. Sign out and come in with the address that the invitation came to.
invitation-revoke = Take back
invitation-revoke-for = Take back the invitation: { $email }
invitations-title = Invitations
invitations-none = No invitation is waiting for an answer.
invitations-waiting = Waiting for an answer
invitations-city-lead = Invite those who will run the portal of { $city }. Contributors and managers are invited on the page of an institution’s team.

invite-title = Invite to the team
invite-email = E-mail address
invite-email-hint = We will send a link to it, valid for two weeks. Only the one whose address it is can accept.
invite-send = Send the invitation

team-title = Team
team-of = Team: { $name }
team-link = Team
team-members = People of the team
team-empty = Nobody keeps this institution yet. Invite the first person.
team-you = you
team-since = since { $date }
team-remove = Remove
team-remove-of = Remove from the team: { $name }
team-remove-ask = Remove from the team? { $name } will lose access at once, and their tokens will stop working.
team-leave = Leave
team-leave-of = Leave the team: { $name }
team-leave-ask = You are leaving the team: { $name }. You can come back only if somebody invites you.

tokens-title = API tokens
tokens-of = API tokens: { $name }
tokens-own = Your API tokens
tokens-lead = A token lets the institution’s own program, its enrolment system for instance, write to the catalogue on its behalf.
tokens-working = Working
tokens-none = There are no working tokens.
tokens-ended =
    { $n ->
        [one] { $n } token that ended
       *[other] { $n } tokens that ended
    }
token-create-title = New token
token-create = Create the token
token-name = Name
token-name-hint = You will know it by this, like “Enrolment system”.
token-name-missing = Type the token’s name.
token-days = For how many days?
token-days-hint = From 1 to 730. A shorter time is a smaller risk if the token leaks.
token-days-wrong = Type the number of days, like 365.
token-created = The token “{ $name }” is ready
token-created-hint = Copy it into your program now. We will not show it again: only a fingerprint of it is kept.
token-use-hint = The program sends it in the header:
token-used = last used on { $date }
token-unused = not used yet
token-until = works until { $date }
token-expired = expired
token-revoked = revoked
token-revoke = Revoke
token-revoke-of = Revoke the token: { $name }
token-revoke-ask = Revoke the token “{ $name }”? The program that uses it will stop working at once.

people-title = People
people-accounts = Accounts
people-search = Search for accounts
people-q = Name or address
people-role = Role
people-role-any = any
people-none = There are no such accounts
people-none-hint = A part of a name or an address is enough. An account is opened when somebody first signs in.
people-all = Show all accounts
person-seen = last here on { $date }
person-seen-last = Last visit
person-since = Account since
person-verified = Address confirmed
person-log = The log of this account
person-roles = Roles
person-roles-none = This account holds no role.
person-children = Children
person-children-hint = Children’s profiles are protected. Look at them only if you must: each look is written into the log.
person-children-show = Show, and write it into the log
person-children-none = This account has no children’s profiles.

audit-title = Log
audit-lead = Who looked at protected data, and what was done with roles, tokens and accounts. The log cannot be changed.
audit-of = Only entries about: { $subject }.
audit-all = Show all
audit-none = The log has no such entries.
audit-number = Number
audit-older = Older entries
audit-newest = Back to the newest
audit-by-system = The system
audit-by-anonymous = Somebody not signed in
audit-by-gone = A deleted account
audit-account-erase = deleted an account
audit-account-export = downloaded a copy of data
audit-account-join = joined a way to sign in to an account
audit-account-read = looked at an account
audit-child-read = looked at a child’s profile
audit-entry-archive = archived an entry
audit-entry-restore = restored an entry
audit-invitation-create = sent an invitation
audit-invitation-revoke = took back an invitation
audit-participants-add = added participants
audit-participants-remove = removed participants
audit-picture-remove = removed a picture
audit-role-grant = gave a role
audit-role-revoke = took away a role
audit-token-create = created a token
audit-token-revoke = revoked a token
audit-entries-import = imported an institution’s entries
audit-entry-revert = brought back an earlier version of an entry
audit-entry-save = saved an entry
audit-promotion-create = sold a promoted place
audit-promotion-end = ended a promotion
audit-promotion-update = changed a promoted place
audit-review-moderate = decided on a review
audit-review-reply-remove = removed a reply to a review
audit-submission-approve = approved a proposal
audit-submission-assign = assigned a proposal
audit-submission-merge = merged a proposal into an entry
audit-submission-reject = rejected a proposal
audit-submission-save = saved a proposal
audit-submission-send-back = sent a proposal back
audit-submission-submit = sent a proposal
audit-submission-undo = undid a decision on a proposal
audit-submission-withdraw = withdrew a proposal

done-profile-saved = The profile is saved.
done-invitation-accepted = The invitation is accepted. The new role works already.
done-invitation-sent = The invitation is sent.
done-invitation-revoked = The invitation is taken back. The link in the message works no more.
done-role-given-up = The role is given up.
done-role-granted = The role is given.
done-role-revoked = The role is taken away.
done-device-revoked = The device is signed out.
done-devices-revoked = All other devices are signed out.
done-token-revoked = The token is revoked.
done-member-removed = The person is removed from the team.
done-child-saved = The child’s profile is saved.
done-child-deleted = The child’s profile is deleted.
done-account-erased = The account and everything that belonged to it are deleted.

# A locked phone shows the subject, so the code is not in it.
mail-sign-in-title = Sign-in code – { $city }
