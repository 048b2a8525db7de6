# Zdjęcia i obrazki.

refusal-picture-encoding = Zdjęcie nie dotarło w całości. Wyślij plik zapisany w base64.
refusal-picture-too-large = Plik jest za duży. Zdjęcie może mieć najwyżej { $megabytes } MB; zmniejsz je albo zapisz jako JPEG.
refusal-picture-format = To nie jest zdjęcie JPEG, PNG ani WebP. Liczy się zawartość pliku, nie jego nazwa; zapisz obraz w jednym z tych formatów.
refusal-picture-moving = To obraz ruchomy, a w katalogu pokazujemy nieruchome. Zapisz jedną z jego klatek i wyślij ją.
refusal-picture-broken = Tego pliku nie da się odczytać: jest uszkodzony albo ucięty. Zapisz zdjęcie jeszcze raz i wyślij je ponownie.
refusal-picture-foreign = W pliku jest coś jeszcze oprócz zdjęcia. Otwórz je w programie graficznym, zapisz na nowo i wyślij tamten plik.
refusal-picture-dimensions = Zdjęcie ma za dużo pikseli. Może mieć najwyżej { $megapixels } mln pikseli i { $side } na dłuższym boku; zmniejsz je.
refusal-picture-alt-missing = Napisz, co widać na zdjęciu, dla osób, które go nie zobaczą.
refusal-picture-alt-too-long =
    { $max ->
        [one] Opis zdjęcia może mieć najwyżej { $max } znak. Skróć go.
        [few] Opis zdjęcia może mieć najwyżej { $max } znaki. Skróć go.
       *[other] Opis zdjęcia może mieć najwyżej { $max } znaków. Skróć go.
    }
refusal-picture-in-use = To zdjęcie widać w katalogu. Najpierw usuń je z wpisu, w którym jest użyte.
