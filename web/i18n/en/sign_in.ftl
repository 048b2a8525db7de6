# Signing in
sign-in-title = Sign in
sign-in-lead = Keep your children’s profiles, propose activities and write reviews. No password needed.
sign-in-with = Sign in: { $provider }
sign-in-or = or
sign-in-email = Your e-mail address
sign-in-email-hint = We will send a code to it. If you have no account yet, we will open one.
sign-in-send = Send the code
sign-in-privacy = The address is for signing in; nobody else will see it.
sign-in-limited = Too many attempts from here. Wait { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
 } and try again.
code-title = Type the code from the message
code-lead = We sent a code to { $address }. It is good for a quarter of an hour.
code-lead-plain = We sent a code to the address. It is good for a quarter of an hour.
code-field = Code
code-hint = Six digits. You can also use the link in the same message.
code-again = Send a new code
code-spam = No message? Look into spam, or check the address for a slip.
link-title = Finish signing in
link-lead = One more click and you are there.
link-elsewhere = This link was opened in another browser than the one where signing in began. Type the code from the same message, and we will sign you in here.
join-title = You already have an account here
join-lead = The address { $address } belongs to an existing account. You can join this way of signing in to it.
join-yes = Join the accounts
join-no = Open a separate account
join-hint = To join the accounts we will send a code to that address. A separate account will have no e-mail address.
done-signed-out = You are signed out.
