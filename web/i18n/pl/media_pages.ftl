# Zdjęcia i pliki wpisu: w formularzach i tam, gdzie się je ogląda.

media-part = Zdjęcia i pliki
media-pictures = Zdjęcia
media-pictures-hint = JPEG, PNG albo WebP, każde do 8 MB, razem z plikami do 10 MB naraz. Położenie i dane aparatu usuwamy z pliku.
media-main = Zdjęcie główne
media-keep = Zostaje we wpisie
media-picture-number = Zdjęcie { $n }
media-picture-add = Nowe zdjęcie { $n }
media-picture-file = Plik ze zdjęciem
media-picture-alt = Co widać na tym zdjęciu?
media-pictures-more = Dodaj więcej zdjęć
media-files = Pliki do pobrania
media-files-hint = Na przykład regulamin albo karta zgłoszenia: PDF, dokument, arkusz albo prezentacja, każdy do 8 MB. Wszystko razem do 10 MB naraz.
media-file-number = Plik { $n }
media-file-add = Nowy plik { $n }
media-again = Wybierz ten plik jeszcze raz: { $name }

files-title = Do pobrania
gallery-title = Zdjęcia
