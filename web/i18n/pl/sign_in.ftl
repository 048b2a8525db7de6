# Logowanie
sign-in-title = Zaloguj się
sign-in-lead = Zapisuj profile dzieci, proponuj zajęcia i pisz opinie. Hasło nie jest potrzebne.
sign-in-with = Zaloguj się: { $provider }
sign-in-or = albo
sign-in-email = Twój adres e-mail
sign-in-email-hint = Wyślemy na niego kod. Jeśli nie masz jeszcze konta, założymy je.
sign-in-send = Wyślij kod
sign-in-privacy = Adres służy do logowania i nikomu go nie pokażemy.
sign-in-limited = Za dużo prób z tego miejsca. Odczekaj { $minutes ->
    [one] minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
 } i spróbuj ponownie.
code-title = Wpisz kod z wiadomości
code-lead = Wysłaliśmy kod na adres { $address }. Jest ważny kwadrans.
code-lead-plain = Wysłaliśmy kod na podany adres. Jest ważny kwadrans.
code-field = Kod
code-hint = Sześć cyfr. Możesz też kliknąć odnośnik z tej samej wiadomości.
code-again = Wyślij nowy kod
code-spam = Nie ma wiadomości? Zajrzyj do spamu albo sprawdź, czy w adresie nie ma literówki.
link-title = Dokończ logowanie
link-lead = Jeszcze jedno kliknięcie i gotowe.
link-elsewhere = Ten odnośnik otwarto w innej przeglądarce niż ta, w której zaczęto logowanie. Wpisz kod z tej samej wiadomości, a zalogujemy Cię tutaj.
join-title = Masz już u nas konto
join-lead = Adres { $address } należy do istniejącego konta. Możesz połączyć z nim ten sposób logowania.
join-yes = Połącz konta
join-no = Załóż osobne konto
join-hint = Żeby połączyć konta, wyślemy na ten adres kod. Osobne konto nie będzie miało adresu e-mail.
done-signed-out = Wylogowano.
