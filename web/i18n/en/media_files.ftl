# Files to download.

refusal-file-encoding = The file did not arrive whole. Send it in base64.
refusal-file-empty = This file is empty. Check that it is the right one, and send it again.
refusal-file-too-large = The file is too large. It may have at most { $megabytes } MB; make it smaller, or split it.
refusal-file-format = We do not take files of this kind. Save the document as PDF, DOCX, XLSX, PPTX, ODT, ODS or ODP, or send a TXT or CSV. What counts is what is in the file, not its name.
refusal-file-macros = This document has macros, which are small programs, and we do not take those. Save it without macros, as a PDF for example.
refusal-file-broken = This file cannot be read: it is damaged or cut off. Save it again and send it once more.
refusal-file-text = This text file is not saved in UTF-8. Save it as “UTF-8” and send it once more.
refusal-file-in-use = This file can be downloaded from the catalogue. First take it out of the entry that uses it.

refusal-field-picture = There is no picture “{ $value }”, or it is not yours. Take it off the list, or upload it again.
refusal-field-file = There is no file “{ $value }”, or it is not yours. Take it off the list, or upload it again.
refusal-field-pictures =
    { $most ->
        [one] An entry may have at most { $most } picture. Take some away.
       *[other] An entry may have at most { $most } pictures. Take some away.
    }
refusal-field-files =
    { $most ->
        [one] An entry may have at most { $most } file. Take some away.
       *[other] An entry may have at most { $most } files. Take some away.
    }

file-type-pdf = PDF
file-type-docx = DOCX document (Word)
file-type-xlsx = XLSX spreadsheet (Excel)
file-type-pptx = PPTX slides (PowerPoint)
file-type-odt = ODT document (LibreOffice)
file-type-ods = ODS spreadsheet (LibreOffice)
file-type-odp = ODP slides (LibreOffice)
file-type-txt = text file
file-type-csv = CSV table
file-size-kilobytes = { $size } KB
file-size-megabytes = { $size } MB
