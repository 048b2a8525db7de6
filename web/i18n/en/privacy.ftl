# Privacy

privacy-title = Privacy
privacy-lead = What we know about you, what for, for how long, and who sees it – without small print.
privacy-city = From the city of { $city }
footer-privacy = Privacy and cookies

privacy-visitors-title = While you only look around
privacy-visitors = Searching and reading needs no account and leaves no trace: we count no individual visits, use no foreign scripts, track nobody and sell nothing. A position that you use to search nearby is not stored.

privacy-kept-title = What we keep, what for, and for how long
privacy-kept-account = The account
privacy-why-account = E-mail address, name, language and ways to sign in, so that you can come in and be answered.
privacy-long-account = As long as you have the account. Accounts without a role that nobody has visited for three years are deleted; 30 days before we write to you.
privacy-kept-codes = Codes to sign in
privacy-why-codes = The address and an irreversible fingerprint of the code, to know that it is you. Counters of attempts protect from guessing and hold no addresses as such.
privacy-long-codes = A code works for a quarter of an hour, and its trace goes a day later. Counters go after some hours.
privacy-kept-devices = Signed-in devices
privacy-why-devices = The names of browser and system and when it was last used, to show you where you are signed in and to notice strangers.
privacy-long-devices = Until you sign out, 60 days at most. A browser is known for another half a year after its last sign-in.
privacy-kept-children = Children’s profiles
privacy-why-children = Name or nickname, birth date, interests, neighbourhood and school if you give them, to find activities for the child.
privacy-long-children = Until you delete them, at most as long as the account.
privacy-kept-roles = Roles and invitations
privacy-why-roles = Who edits and on whose behalf, so that somebody answers for each entry.
privacy-long-roles = Roles as long as they are needed. Invitations for 30 days after they expired.
privacy-kept-tokens = API tokens
privacy-why-tokens = Name, fingerprint and last use, so that an institution’s program can write to the catalogue.
privacy-long-tokens = For 90 days after they expired or were revoked.
privacy-kept-mails = Sent messages
privacy-why-mails = Who was sent which kind of message and when, to explain what did not arrive. Texts are not kept once they are sent; of a message that could not be delivered the text is kept, sealed, for 14 days, so that it can be sent again.
privacy-long-mails = For 30 days.
privacy-kept-proposals = Proposed entries
privacy-why-proposals = What you propose, what the editors answered and who decided it, so that the catalogue can be relied on.
privacy-long-proposals = Drafts that nobody touches for a year. Sent proposals stay in the entry’s history, without your name once the account is deleted.
privacy-kept-reviews = Reviews
privacy-why-reviews = Stars, text and signature, for everybody to see, so that other parents can choose.
privacy-long-reviews = Until you delete them, at most as long as the account.
privacy-kept-sign-ups = Sign-ups for events
privacy-why-sign-ups = Who (you or your child), for what, how many, and what you write to the organiser. Organisers and editors see it, and the log notes that they looked.
privacy-long-sign-ups = A year after the event, at most as long as the account.
privacy-kept-family = The family's calendar
privacy-why-family = A secret address at which a calendar program reads your sign-ups. Whoever knows it sees them; children's names are shown only if you wish.
privacy-long-family = Until you switch it off, at most as long as the account.
privacy-kept-questions = Questions for debates, and supports
privacy-why-questions = Everybody sees question and signature once the editors have read them. The address serves only to confirm and answer; nobody is shown it.
privacy-long-questions = Unconfirmed ones 7 days. Addresses 90 days after the debate; the question stays without them.
privacy-kept-notices = Notifications
privacy-why-notices = What you want to hear of and how often, when to leave you in peace, and what we have sent you, so that we write about what you asked for and do not write twice. We do not look whether a message was opened or what you click in it.
privacy-long-notices = Until you delete them, at most as long as the account. Notifications in the portal’s inbox: half a year.
privacy-kept-address = Address without an account
privacy-why-address = If you ask for notifications without an account: the address, what you want to hear of, and what you agreed to and when, since we must be able to show that.
privacy-long-address = As long as you want notifications; every message leads to where you turn them off. Requests that are not confirmed are gone after 3 days.
privacy-kept-push = Notifications in the browser
privacy-why-push = The address at which the browser takes notifications, and its key. What they say is encrypted: the browser’s maker cannot read it.
privacy-long-push = Until you turn them off, or the browser gives them up.
privacy-kept-refused = Addresses that cannot be written to
privacy-why-refused = An address that sent a message back, or from which somebody complained, so that we do not write there again.
privacy-long-refused = Until the address turns out to work again. After a full mailbox: 30 days.
privacy-kept-pictures = Pictures
privacy-why-pictures = The picture without what a camera hides in it: where and when it was taken is not kept.
privacy-long-pictures = As long as they are part of an entry. What nothing uses goes after two days.
privacy-kept-log = The log of acts
privacy-why-log = Who looked at a child’s profile or an account and who changed roles, so that it can be checked.
privacy-long-log = Without end, but with numbers of accounts only. The number of a deleted account leads nowhere.

privacy-children-title = Children’s data
privacy-children = A guardian opens a child’s profile and is the only one who sees it. A nickname will do, the neighbourhood can be rough, the school is optional. A profile reaches neither the search engine nor statistics nor institutions, not even when you search “for Annie”.
privacy-children-admin = An administrator of the city may look at a profile if the law requires it. That is first written into a log which cannot be changed; entries about your account are part of the copy of your data.

privacy-who-title = Who sees what
privacy-who-everybody = Everybody: the name that you sign reviews with, or, without one, the beginning of your e-mail address. Never the whole address.
privacy-who-team = The team of an institution that you belong to: name, address and role.
privacy-who-editors = The city’s editors: proposals that you send them.
privacy-who-admins = The city’s administrators: accounts and roles; each look at an account is logged.
privacy-who-nobody = Nobody else. Data is neither sold nor given away for advertising. Cities do not see each other’s accounts.

privacy-rights-title = Your rights
privacy-right-read = You can see all that we know about you, and take it with you.
privacy-right-correct = You can correct your data at any time.
privacy-right-erase = You can delete the account and its data yourself, without giving a reason.
privacy-right-complain = You can complain to the President of the Personal Data Protection Office (UODO). It is worth writing to the city first: as the controller it answers for this data.

privacy-cookies-title = Cookies
privacy-cookies = We use two only, both of them necessary, so we do not ask for consent. They track nobody.
privacy-cookie-session = Remembers that you are signed in. It goes when you sign out, after 60 days at the latest.
privacy-cookie-browser = Keeps other sites from sending forms in your name, and lets a sign-in be finished only where it began. It is made with the first form and goes after half a year.
privacy-cookies-provider = When you sign in with an account at a provider, there is one more for some minutes, which makes sure that the provider’s answer reaches the same browser.
