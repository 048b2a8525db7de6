# Pola i rodzaje wpisów na pulpicie.
field-lead = Wstęp
field-starts = Początek
field-ends = Koniec
field-allDay = Cały dzień
field-recurrence = Powtarzanie
field-exceptions = Terminy odwołane
field-moved = Terminy przeniesione
field-audience = Dla kogo
field-levels = Etap edukacji
field-venue = Nazwa miejsca
field-onlineUrl = Adres spotkania w sieci
field-signUp = Zapisy
field-waitingList = Lista rezerwowa
field-category = Rodzaj wiadomości
field-publishAt = Publikacja
field-withdrawAt = Wycofanie
field-pinnedUntil = Przypięta do
field-sourceUrl = Źródło
field-topic = Temat
field-seasons = Pora
field-questionsOpen = Pytania od
field-questionsClose = Pytania do
field-pictures = Zdjęcia
field-files = Załączniki
desk-pictures = { $n ->
    [one] { $n } zdjęcie
    [few] { $n } zdjęcia
    *[other] { $n } zdjęć
}
desk-files = { $n ->
    [one] { $n } plik
    [few] { $n } pliki
    *[other] { $n } plików
}
propose-kind-EVENT = Zaproponuj wydarzenie
propose-kind-hint-EVENT = Koncert, warsztaty, dzień otwarty – wszystko, co ma datę.
entry-new-EVENT = Nowe wydarzenie
desk-about-new-EVENT = nowe wydarzenie
desk-about-change-EVENT = poprawka do wydarzenia
desk-kind-EVENT = wydarzenia
propose-kind-ARTICLE = Zaproponuj artykuł
propose-kind-hint-ARTICLE = Wiadomość z życia szkoły, sukces, ogłoszenie.
entry-new-ARTICLE = Nowy artykuł
desk-about-new-ARTICLE = nowy artykuł
desk-about-change-ARTICLE = poprawka do artykułu
desk-kind-ARTICLE = artykuły
propose-kind-ADVICE = Zaproponuj poradę
propose-kind-hint-ADVICE = Co robić, żeby było bezpiecznie.
entry-new-ADVICE = Nowa porada
desk-about-new-ADVICE = nowa porada
desk-about-change-ADVICE = poprawka do porady
desk-kind-ADVICE = porady
propose-kind-DEBATE = Zaproponuj debatę
propose-kind-hint-DEBATE = Temat, o którym warto porozmawiać z miastem.
entry-new-DEBATE = Nowa debata
desk-about-new-DEBATE = nowa debata
desk-about-change-DEBATE = poprawka do debaty
desk-kind-DEBATE = debaty
entry-state-SCHEDULED = czeka na publikację
entry-new-not-yours = W imieniu miasta publikuje redakcja. Możesz to zaproponować.
entry-new-city-lead = Ukaże się od razu, w imieniu miasta. Placówkę można wskazać w formularzu.
entry-new-ACTIVITY = Nowe zajęcia
entry-new-INSTITUTION = Nowa placówka
propose-kind-ACTIVITY = Zaproponuj zajęcia
propose-kind-INSTITUTION = Zaproponuj placówkę
entries-scheduled = Zaplanowane
entries-kinds = Rodzaje wpisów
entries-every-kind = Wszystko
desk-write = Napisz w imieniu miasta
propose-kind-for = { $kind }: { $name }
similar-title-event = Podobne wydarzenia w tych tygodniach
similar-hint-event = Inne placówki planują coś podobnego. Może warto zrobić to razem? Możesz napisać do organizatorów albo poprosić o wspólne wydarzenie.
similar-join = Połącz siły
similar-join-of = Połącz siły: { $title }
