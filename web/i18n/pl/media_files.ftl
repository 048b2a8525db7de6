# Pliki do pobrania.

refusal-file-encoding = Plik nie dotarł w całości. Wyślij go zapisany w base64.
refusal-file-empty = Ten plik jest pusty. Sprawdź, czy to na pewno ten, i wyślij go jeszcze raz.
refusal-file-too-large = Plik jest za duży. Może mieć najwyżej { $megabytes } MB; zmniejsz go albo podziel na części.
refusal-file-format = Takich plików nie przyjmujemy. Zapisz dokument jako PDF, DOCX, XLSX, PPTX, ODT, ODS lub ODP albo prześlij TXT lub CSV. Liczy się zawartość pliku, nie jego nazwa.
refusal-file-macros = W tym dokumencie są makra, czyli małe programy, a takich plików nie przyjmujemy. Zapisz go bez makr, na przykład jako PDF.
refusal-file-broken = Tego pliku nie da się odczytać: jest uszkodzony albo ucięty. Zapisz go jeszcze raz i wyślij ponownie.
refusal-file-text = Ten plik tekstowy nie jest zapisany w UTF-8. Zapisz go jako „UTF-8” i wyślij ponownie.
refusal-file-in-use = Ten plik można pobrać z katalogu. Najpierw usuń go z wpisu, w którym jest użyty.

refusal-field-picture = Nie ma zdjęcia „{ $value }” albo nie jest Twoje. Usuń je z listy albo prześlij jeszcze raz.
refusal-field-file = Nie ma pliku „{ $value }” albo nie jest Twój. Usuń go z listy albo prześlij jeszcze raz.
refusal-field-pictures =
    { $most ->
        [one] Wpis może mieć najwyżej { $most } zdjęcie. Usuń część z nich.
        [few] Wpis może mieć najwyżej { $most } zdjęcia. Usuń część z nich.
       *[other] Wpis może mieć najwyżej { $most } zdjęć. Usuń część z nich.
    }
refusal-field-files =
    { $most ->
        [one] Wpis może mieć najwyżej { $most } plik. Usuń część z nich.
        [few] Wpis może mieć najwyżej { $most } pliki. Usuń część z nich.
       *[other] Wpis może mieć najwyżej { $most } plików. Usuń część z nich.
    }

file-type-pdf = PDF
file-type-docx = dokument DOCX (Word)
file-type-xlsx = arkusz XLSX (Excel)
file-type-pptx = prezentacja PPTX (PowerPoint)
file-type-odt = dokument ODT (LibreOffice)
file-type-ods = arkusz ODS (LibreOffice)
file-type-odp = prezentacja ODP (LibreOffice)
file-type-txt = plik tekstowy
file-type-csv = tabela CSV
file-size-kilobytes = { $size } KB
file-size-megabytes = { $size } MB
