# Pictures and files of an entry: in forms, and where they are looked at.

media-part = Pictures and files
media-pictures = Pictures
media-pictures-hint = JPEG, PNG or WebP, up to 8 MB each, together with files up to 10 MB at a time. We remove location and camera data from the file.
media-main = Main picture
media-keep = Stays in the entry
media-picture-number = Picture { $n }
media-picture-add = New picture { $n }
media-picture-file = Picture file
media-picture-alt = What does this picture show?
media-pictures-more = Add more pictures
media-files = Files to download
media-files-hint = Rules or an application form, for example: a PDF, a document, a table or slides, up to 8 MB each. Up to 10 MB altogether at a time.
media-file-number = File { $n }
media-file-add = New file { $n }
media-again = Choose this file again: { $name }

files-title = Downloads
gallery-title = Pictures
