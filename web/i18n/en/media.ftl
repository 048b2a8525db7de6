# Pictures.

refusal-picture-encoding = The picture did not arrive whole. Send the file in base64.
refusal-picture-too-large = The file is too large. A picture may have at most { $megabytes } MB; make it smaller, or save it as JPEG.
refusal-picture-format = This is no JPEG, PNG or WebP picture. What counts is what is in the file, not its name; save it in one of these formats.
refusal-picture-moving = This is a moving picture, and we show still ones. Save one of its frames and send that.
refusal-picture-broken = This file cannot be read: it is damaged or cut off. Save the picture again and send it once more.
refusal-picture-foreign = There is something besides a picture in the file. Open it in a picture editor, save it anew, and send that file.
refusal-picture-dimensions = The picture has too many pixels. It may have at most { $megapixels } million, and { $side } on its longer side; make it smaller.
refusal-picture-alt-missing = Write what the picture shows, for those who will not see it.
refusal-picture-alt-too-long =
    { $max ->
        [one] What the picture shows may be said in at most { $max } character. Shorten it.
       *[other] What the picture shows may be said in at most { $max } characters. Shorten it.
    }
refusal-picture-in-use = This picture is shown in the catalogue. First take it out of the entry that uses it.
