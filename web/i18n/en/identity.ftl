# People: roles, refusals, mails about signing in, invitations and accounts.

role-citizen = citizen
role-contributor = contributor
role-manager = institution manager
role-editor = editor
role-admin = city administrator
role-operator = platform operator

device-unknown = Unknown browser
account-erase-phrase = delete my account

refusal-email-invalid = Give an e-mail address, like anna@example.org.
refusal-mail-sent-already = We have already sent several messages to this address. Use the code or the link of the last one; it works for { $minutes } minutes. Look into your spam folder too.
refusal-too-many-from-here = Very many codes were asked for from here. Wait a few minutes and try again.
refusal-sign-in-unknown = There is no such sign-in, or it has been removed. Ask for a new code.
refusal-sign-in-expired = Code and link work for a quarter of an hour, and that is over. Ask for a new code.
refusal-sign-in-used = This code or link has been used. If you are not signed in, ask for a new one.
refusal-sign-in-other-host = This sign-in was begun at { $host }. Finish it there, or ask for a new code here.
refusal-sign-in-other-browser = This sign-in was begun in another browser. Go back there and type the code of the message, or begin anew here.
refusal-wrong-code =
    { $left ->
        [one] This is not the code. Check the digits in the message; { $left } try is left.
       *[other] This is not the code. Check the digits in the message; { $left } tries are left.
    }
refusal-too-many-tries = This code cannot be typed any more, since too many tries were wrong. Use the link of the same message, or ask for a new code.
refusal-link-taken = With this provider you already sign in to another account. Sign out and come in that way.

refusal-person-name-missing = Type a name.
refusal-person-name-too-long = Shorten the name to at most { $most } characters.
refusal-birth-date-in-future = This date is in the future. Give the day of birth.
refusal-birth-date-too-early = Profiles are for people up to { $years } years of age. Check the year of birth.
refusal-child-interest-unknown = We do not know the interest “{ $interest }”. Choose one of the list.
refusal-child-too-many-interests = Choose at most { $most } interests.
refusal-child-place-unknown = We do not know the place “{ $place }”. Type a district, a street or a school.
refusal-person-institution-unknown = There is no such institution. Choose one of the list.
refusal-too-many-children = An account can have at most { $most } profiles. Delete one to add another.

refusal-role-of-everybody = Everybody with an account has this role. Choose another.
refusal-role-needs-institution = This role is held at one institution. Say which.
refusal-role-of-whole-city = This role is held over the whole city. Leave the institution out.
refusal-last-manager = The institution would be left without a manager. Invite a successor first, or ask the city’s administrator.
refusal-last-admin = The city would be left without an administrator. Appoint a successor first.
refusal-too-many-invitations = { $most } invitations are waiting for an answer. Take back those you do not need to send another.
refusal-invitation-unknown = There is no such invitation. Check that the link of the message is whole.
refusal-invitation-expired = This invitation is no longer valid. Ask whoever sent it for a new one.
refusal-invitation-used = This invitation has been accepted.
refusal-invitation-revoked = This invitation has been taken back. If you have questions, turn to whoever sent it.
refusal-invitation-other-address = The invitation was sent to another address. Sign in with the address that it came to.

refusal-token-role-too-high = A token can do no more than your account. Choose a role that you hold.
refusal-token-lifetime = A token works from 1 to { $most } days. Give the number of days.
refusal-too-many-tokens = { $most } tokens of this account work already. Revoke those you do not need to make another.
refusal-erase-not-confirmed = To delete the account, type exactly: { $expected }

personal-data-readme =
    This is all that the portal of { $city } knows about you, as of { $date }.

    Each JSON file is one part of the portal. identity.json holds the account, roles, children’s profiles, devices, tokens and sent messages.
    Any text editor opens these files, and other services can read them.

mail-sign-in-subject = { $code } is your sign-in code
mail-sign-in-lead = Here is your code to sign in to the portal of { $city }:
mail-sign-in-code-hint = Type it in the window where you began. It works for { $minutes } minutes and only once.
mail-sign-in-link-lead = In the same browser the link will do as well:
mail-sign-in-button = Sign in
mail-sign-in-not-you = If you did not ask for this, do nothing. Without this message nobody can sign in. Tell the code to nobody, not even to people who say that they work for the city.

mail-invitation-subject = Invitation: { $role }, { $place }
mail-invitation-lead = You are invited to help build the portal of { $city }.
mail-invitation-lead-by = { $by } invites you to help build the portal of { $city }.
mail-invitation-role = Role: { $role }
mail-invitation-institution = Institution: { $institution }
mail-invitation-hint = Sign in with the address that this message came to. The invitation is valid for { $days } days.
mail-invitation-button = Accept the invitation
mail-invitation-not-you = If you do not know what this is about, ignore this message. Nothing happens without your consent.

mail-retire-subject = Your account will be deleted – { $city }
mail-retire-lead = You have not visited the portal of { $city } for three years. In { $days } days we will delete your account and everything that belongs to it, since we keep no data for longer than it is needed.
mail-retire-hint = If the account is to stay, simply sign in:
mail-retire-button = Sign in
