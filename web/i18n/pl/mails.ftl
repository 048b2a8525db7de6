# Rama każdej wiadomości
mail-foot = Tę wiadomość wysłał portal edukacyjny miasta { $city }.
mail-foot-portal = Otwórz portal
mail-foot-privacy = Co robimy z danymi
mail-why = Piszemy, bo sprawa dotyczy Ciebie lub Twojej placówki. Takich wiadomości nie trzeba zamawiać.
mail-why-asked = Piszemy, bo ktoś, zapewne Ty, podał na portalu ten adres. Jeśli to pomyłka, nic nie rób.

# Przyciski w wiadomościach o sprawach
desk-mail-entry = Zobacz wpis
desk-mail-sent-back-button = Popraw zgłoszenie
events-mail-see = Zobacz wydarzenie
events-mail-answer-button = Odpowiedz na zaproszenie lub prośbę
