# Powiadomienia w przeglądarce
refusal-push-endpoint = Na ten adres nie wysyłamy powiadomień.
refusal-push-key = To nie są klucze przeglądarki.
