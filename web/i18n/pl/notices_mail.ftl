# Wiadomość, która zbiera powiadomienia
notices-mail-title =
    { $n ->
        [one] { $n } nowość dla Ciebie
        [few] { $n } nowości dla Ciebie
       *[many] { $n } nowości dla Ciebie
    }
notices-mail-for-child = Dla: { $child }
notices-mail-trial = To próba: tak zobaczą ogłoszenie odbiorcy. Tę wiadomość dostajesz tylko Ty.
notices-mail-was = (było: { $was })
notices-mail-link = Dowiedz się więcej
notices-mail-more =
    { $n ->
        [one] Zobacz jeszcze { $n } powiadomienie
        [few] Zobacz jeszcze { $n } powiadomienia
       *[many] Zobacz jeszcze { $n } powiadomień
    }
notices-mail-more-hidden =
    { $n ->
        [one] I jeszcze { $n } powiadomienie, którego tu nie pokazujemy. Zawęź wyszukiwanie, a zmieści się wszystko.
        [few] I jeszcze { $n } powiadomienia, których tu nie pokazujemy. Zawęź wyszukiwanie, a zmieści się wszystko.
       *[many] I jeszcze { $n } powiadomień, których tu nie pokazujemy. Zawęź wyszukiwanie, a zmieści się wszystko.
    }
notices-mail-because = Dlaczego to dostajesz: { $label }
notices-mail-because-followed = Piszemy o tym, bo to obserwujesz.
notices-mail-mute = Wycisz tylko to
notices-mail-why = Dostajesz tę wiadomość, bo na portalu masz włączone powiadomienia.
notices-mail-subscriptions = Moje powiadomienia
notices-mail-pause = Wstrzymaj wszystkie

# Ostrzeżenie, które nie może czekać
notices-mail-alerts =
    { $n ->
        [one] { $n } ostrzeżenie
        [few] { $n } ostrzeżenia
       *[many] { $n } ostrzeżeń
    }
notices-alert-see = Zobacz, co robić
notices-alert-night = Poważne ostrzeżenia wysyłamy od razu, także w godzinach ciszy.
