use image::{ExtendedColorType, ImageFormat, Rgb, RgbImage, RgbaImage, codecs::jpeg::JpegEncoder};

use super::*;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const GREEN: Rgb<u8> = Rgb([20, 200, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);
const YELLOW: Rgb<u8> = Rgb([230, 220, 20]);

/// Four fields of one colour each: red and green above blue and yellow.
fn fields(width: u32, height: u32) -> DynamicImage {
    let picture = RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => YELLOW,
    });
    DynamicImage::ImageRgb8(picture)
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A JPEG with a segment right behind its beginning.
fn with_segment(jpeg: &[u8], code: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, code], &length, data, &jpeg[2..]].concat()
}

/// EXIF that says how the camera was held, by whom, and where in Dębno.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let rational = |value: u32| [value.to_le_bytes(), 1u32.to_le_bytes()].concat();
    // The first directory begins at 8 and takes 42 bytes; the one of GPS begins at 50 and takes 54.
    [
        b"Exif\0\0II*\0\x08\0\0\0".to_vec(),
        3u16.to_le_bytes().to_vec(),
        entry(0x0112, 3, 1, [orientation, 0, 0, 0]),
        entry(0x010f, 2, 4, *b"Zoe\0"),
        entry(0x8825, 4, 1, 50u32.to_le_bytes()),
        vec![0; 4],
        4u16.to_le_bytes().to_vec(),
        entry(1, 2, 2, *b"N\0\0\0"),
        entry(2, 5, 3, 104u32.to_le_bytes()),
        entry(3, 2, 2, *b"E\0\0\0"),
        entry(4, 5, 3, 128u32.to_le_bytes()),
        vec![0; 4],
        [rational(52), rational(44), rational(21_337)].concat(),
        [rational(14), rational(41), rational(24_433)].concat(),
    ]
    .concat()
}

fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in kind.iter().chain(data) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &kind, data, &(!crc).to_be_bytes()].concat()
}

/// A PNG with another chunk behind its header.
fn with_chunk(png: &[u8], kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    [&png[..33], &chunk(kind, data), &png[33..]].concat()
}

/// A PNG that says it is so large.
fn sized(png: &[u8], width: u32, height: u32) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &png[24..29]].concat();
    [&png[..8], &chunk(*b"IHDR", &header), &png[33..]].concat()
}

/// A JPEG that says it is so large: its first frame header does (SOF0).
fn sized_jpeg(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = jpeg.to_vec();
    let at = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

fn read(file: &[u8], media_type: MediaType) -> DynamicImage {
    let format = match media_type {
        MediaType::Jpeg => ImageFormat::Jpeg,
        MediaType::Webp => ImageFormat::WebP,
    };
    image::load_from_memory_with_format(file, format).unwrap()
}

/// The colours in the middle of the four fields.
fn colours(picture: &DynamicImage) -> [Rgb<u8>; 4] {
    let (width, height) = (picture.width(), picture.height());
    let nearest = |x: u32, y: u32| {
        let seen = *picture.to_rgb8().get_pixel(x, y);
        let distance = |of: &Rgb<u8>| of.0.iter().zip(seen.0).map(|(a, b)| u32::from(a.abs_diff(b))).sum::<u32>();
        let best = [RED, GREEN, BLUE, YELLOW].into_iter().min_by_key(distance).unwrap();
        assert!(distance(&best) < 40, "{seen:?}");
        best
    };
    let (left, right, top, bottom) = (width / 4, width * 3 / 4, height / 4, height * 3 / 4);
    [nearest(left, top), nearest(right, top), nearest(left, bottom), nearest(right, bottom)]
}

fn contains(file: &[u8], text: &[u8]) -> bool {
    file.windows(text.len()).any(|bytes| bytes == text)
}

#[test]
fn good_files_become_new_ones_in_two_sizes() {
    let picture = fields(2400, 1200);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let prepared = prepare(&file(&picture, format)).unwrap();
        assert_eq!((prepared.width, prepared.height, prepared.media_type), (1600, 800, MediaType::Jpeg), "{format:?}");
        let body = read(&prepared.body, MediaType::Jpeg);
        assert_eq!((body.width(), body.height()), (1600, 800));
        assert_eq!(colours(&body), [RED, GREEN, BLUE, YELLOW]);
        let thumb = read(&prepared.thumb, MediaType::Jpeg);
        assert_eq!((thumb.width(), thumb.height()), (480, 240));
        assert_eq!(colours(&thumb), [RED, GREEN, BLUE, YELLOW]);
    }
}

#[test]
fn small_files_are_not_blown_up_and_odd_ones_are_read() {
    for (picture, size) in [
        (fields(30, 20), (30, 20)),
        (fields(1, 1), (1, 1)),
        (fields(5000, 1), (1600, 1)),
        (fields(5000, 4000), (1600, 1280)),
        (DynamicImage::ImageLuma8(fields(30, 20).to_luma8()), (30, 20)),
        (DynamicImage::ImageRgb16(fields(30, 20).to_rgb16()), (30, 20)),
        (DynamicImage::ImageLumaA8(fields(30, 20).to_luma_alpha8()), (30, 20)),
    ] {
        let prepared = prepare(&file(&picture, ImageFormat::Png)).unwrap();
        assert_eq!((prepared.width, prepared.height, prepared.media_type), (size.0, size.1, MediaType::Jpeg));
    }
}

#[test]
fn transparency_is_kept_and_what_it_hides_is_not() {
    let mut picture = fields(40, 40).to_rgba8();
    for (x, _, pixel) in picture.enumerate_pixels_mut() {
        pixel.0[3] = [0, 120, 255, 255][(x / 10) as usize];
    }
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let prepared = prepare(&file(&DynamicImage::ImageRgba8(picture.clone()), format)).unwrap();
        assert_eq!(prepared.media_type, MediaType::Webp);
        let kept: RgbaImage = read(&prepared.body, MediaType::Webp).to_rgba8();
        assert_eq!(kept.get_pixel(5, 5).0, [0; 4], "what was cut out is gone");
        assert_eq!(kept.get_pixel(15, 5).0, [RED[0], RED[1], RED[2], 120]);
        assert_eq!(kept.get_pixel(25, 5).0, [GREEN[0], GREEN[1], GREEN[2], 255], "without loss");
    }
    let opaque = DynamicImage::ImageRgba8(fields(40, 40).to_rgba8());
    assert_eq!(prepare(&file(&opaque, ImageFormat::Png)).unwrap().media_type, MediaType::Jpeg, "nothing shows through");
}

#[test]
fn pictures_are_turned_as_the_camera_was_held_and_tell_nothing_of_it() {
    let jpeg = file(&fields(64, 32), ImageFormat::Jpeg);
    for (orientation, size, seen) in [
        (1, (64, 32), [RED, GREEN, BLUE, YELLOW]),
        (2, (64, 32), [GREEN, RED, YELLOW, BLUE]),
        (3, (64, 32), [YELLOW, BLUE, GREEN, RED]),
        (4, (64, 32), [BLUE, YELLOW, RED, GREEN]),
        (5, (32, 64), [RED, BLUE, GREEN, YELLOW]),
        (6, (32, 64), [BLUE, RED, YELLOW, GREEN]),
        (7, (32, 64), [YELLOW, GREEN, BLUE, RED]),
        (8, (32, 64), [GREEN, YELLOW, RED, BLUE]),
        (99, (64, 32), [RED, GREEN, BLUE, YELLOW]),
    ] {
        let sent = with_segment(&jpeg, 0xe1, &exif(orientation));
        assert!(contains(&sent, b"Exif") && contains(&sent, &21_337u32.to_le_bytes()));
        let prepared = prepare(&sent).unwrap();
        assert_eq!((prepared.width, prepared.height), size, "{orientation}");
        assert_eq!(colours(&read(&prepared.body, MediaType::Jpeg)), seen, "{orientation}");
        assert_eq!(colours(&read(&prepared.thumb, MediaType::Jpeg)), seen, "{orientation}");
    }
}

#[test]
fn nothing_that_a_file_tells_besides_its_pixels_is_kept() {
    let picture = fields(64, 32);
    let jpeg = file(&picture, ImageFormat::Jpeg);
    let png = file(&picture, ImageFormat::Png);
    let mut jpeg_told = with_segment(&jpeg, 0xe1, &exif(6));
    for (code, data) in [
        (0xe1, &b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Zoe</x:xmpmeta>"[..]),
        (0xed, b"Photoshop 3.0\08BIM Zoe"),
        (0xfe, b"taken by Zoe"),
    ] {
        jpeg_told = with_segment(&jpeg_told, code, data);
    }
    // As telephones do with the film of a moving picture.
    jpeg_told.extend(b"\0\0\0\x18ftypmp42\0\0\0\0 Zoe");
    let png_told = with_chunk(&with_chunk(&png, *b"eXIf", &exif(6)[6..]), *b"tEXt", b"Author\0Zoe");
    for told in [jpeg_told, png_told] {
        assert!(contains(&told, b"Zoe"));
        let prepared = prepare(&told).unwrap();
        for file in [prepared.body, prepared.thumb] {
            for told in [&b"Zoe"[..], b"Exif", b"EXIF", b"XMP", b"xmp", b"ICC", b"8BIM", b"ftyp"] {
                assert!(!contains(&file, told), "{}", String::from_utf8_lossy(told));
            }
            let marker = |code| contains(&file, &[0xff, code]);
            assert!(marker(0xe0) && !(0xe1..=0xef).any(marker) && !marker(0xfe), "JFIF's header and no more");
        }
    }
}

#[test]
fn bad_files_are_refused_with_the_reason() {
    let picture = fields(64, 32);
    let jpeg = file(&picture, ImageFormat::Jpeg);
    let png = file(&picture, ImageFormat::Png);
    let webp = file(&picture, ImageFormat::WebP);
    let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0\
        !\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let with = |file: &[u8], more: &[u8]| [file, more].concat();
    let half = |file: &[u8]| file[..file.len() / 2].to_vec();
    let cut = |file: &[u8]| file[..file.len() - 3].to_vec();
    let zip = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    let lossy = {
        let mut file = Vec::new();
        let noise = RgbImage::from_fn(64, 64, |x, y| Rgb([(x * y) as u8, (x ^ y) as u8, (x * 7) as u8]));
        JpegEncoder::new(&mut file).encode(&noise, 64, 64, ExtendedColorType::Rgb8).unwrap();
        file
    };
    let mut webp_huge = webp.clone();
    // VP8L: fourteen bits each of width and height, less one.
    webp_huge[21..25].copy_from_slice(&(11_999u32 * 16_385).to_le_bytes());
    let riff = |chunks: &[(&[u8; 4], &[u8])]| {
        let chunks: Vec<_> = chunks
            .iter()
            .flat_map(|(kind, data)| [&kind[..], &u32::try_from(data.len()).unwrap().to_le_bytes(), data].concat())
            .collect();
        [b"RIFF", &u32::try_from(chunks.len() + 4).unwrap().to_le_bytes()[..], b"WEBP", &chunks].concat()
    };
    let canvas: &[u8] = &[0, 0, 0, 0, 63, 0, 0, 31, 0, 0];
    let frame = b"\x10\0\0\x9d\x01\x2a\xff\x3f\xff\x3f\0\0";
    for (name, bytes, expected) in [
        ("nothing", Vec::new(), Refusal::PictureFormat),
        ("text", b"hello".to_vec(), Refusal::PictureFormat),
        ("an animated GIF", gif.to_vec(), Refusal::PictureFormat),
        ("SVG", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), Refusal::PictureFormat),
        ("SVG with a declaration", b"<?xml version=\"1.0\"?><svg/>".to_vec(), Refusal::PictureFormat),
        ("HTML", b"<!DOCTYPE html><script>alert(1)</script>".to_vec(), Refusal::PictureFormat),
        ("PDF", b"%PDF-1.7".to_vec(), Refusal::PictureFormat),
        ("BMP", b"BM\x3a\0\0\0\0\0\0\0".to_vec(), Refusal::PictureFormat),
        ("TIFF", b"II*\0\x08\0\0\0".to_vec(), Refusal::PictureFormat),
        ("WAVE", b"RIFF\x04\0\0\0WAVE".to_vec(), Refusal::PictureFormat),
        ("a picture with something before it", with(b"GIF89a", &jpeg), Refusal::PictureFormat),
        ("a picture with a byte before it", with(b" ", &png), Refusal::PictureFormat),
        ("a beginning of JPEG", b"\xff\xd8\xff".to_vec(), Refusal::PictureBroken),
        ("a beginning of PNG", b"\x89PNG\r\n\x1a\n".to_vec(), Refusal::PictureBroken),
        ("a beginning of WebP", b"RIFF\x04\0\0\0WEBP".to_vec(), Refusal::PictureBroken),
        ("text with a JPEG's beginning", b"\xff\xd8\xffhello, this is no picture".to_vec(), Refusal::PictureBroken),
        ("half a JPEG", half(&jpeg), Refusal::PictureBroken),
        ("half a JPEG of noise", half(&lossy), Refusal::PictureBroken),
        ("half a PNG", half(&png), Refusal::PictureBroken),
        ("half a WebP", half(&webp), Refusal::PictureBroken),
        ("a JPEG without its end", cut(&jpeg), Refusal::PictureBroken),
        ("a PNG without its end", cut(&png), Refusal::PictureBroken),
        ("a WebP without its end", cut(&webp), Refusal::PictureBroken),
        ("a PNG with a wrong sum", [&png[..29], &[0; 4], &png[33..]].concat(), Refusal::PictureBroken),
        ("a PNG without pixels", sized(&png, 0, 0), Refusal::PictureBroken),
        ("a JPEG that is an archive", with(&jpeg, zip), Refusal::PictureForeign),
        ("a PNG that is an archive", with(&png, zip), Refusal::PictureForeign),
        ("a JPEG that is a page", with(&jpeg, b"<html><body>"), Refusal::PictureForeign),
        ("a PNG with something behind it", with(&png, b"\n"), Refusal::PictureForeign),
        ("a WebP that is a page", with(&webp, b"<SCRIPT>alert(1)</SCRIPT>"), Refusal::PictureForeign),
        ("a script in a comment", with_segment(&jpeg, 0xfe, b"*/<Script src=x>"), Refusal::PictureForeign),
        ("a drawing in EXIF", with_segment(&jpeg, 0xe1, b"Exif\0\0<svg onload=x>"), Refusal::PictureForeign),
        ("a document in a comment", with_segment(&jpeg, 0xfe, b"%PDF-1.4 "), Refusal::PictureForeign),
        ("a program in a text", with_chunk(&png, *b"tEXt", b"a\0<?php x"), Refusal::PictureForeign),
        ("a JPEG of 4000 million pixels", sized_jpeg(&jpeg, 65_000, 65_000), Refusal::PictureDimensions),
        ("a JPEG of 41 million", sized_jpeg(&jpeg, 6_410, 6_410), Refusal::PictureDimensions),
        ("a PNG of 2500 million pixels", sized(&png, 50_000, 50_000), Refusal::PictureDimensions),
        ("a PNG of 3600 million pixels", sized(&png, 60_000, 60_000), Refusal::PictureDimensions),
        ("a PNG of 144 million pixels", sized(&png, 12_000, 12_000), Refusal::PictureDimensions),
        ("a PNG too long", sized(&png, 12_001, 1), Refusal::PictureDimensions),
        ("the largest PNG that can be said", sized(&png, i32::MAX as u32, i32::MAX as u32), Refusal::PictureDimensions),
        ("a WebP of 144 million pixels", webp_huge, Refusal::PictureDimensions),
        ("a huge frame in a small WebP", riff(&[(b"VP8X", canvas), (b"VP8 ", frame)]), Refusal::PictureDimensions),
        ("a moving WebP", riff(&[(b"VP8X", canvas), (b"ANIM", &[0; 6])]), Refusal::PictureMoving),
        ("a moving PNG", with_chunk(&png, *b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]), Refusal::PictureMoving),
        ("a file of 9 MB", with(&jpeg, &vec![0; 9 * 1024 * 1024]), Refusal::PictureTooLarge),
    ] {
        assert_eq!(prepare(&bytes).err(), Some(expected), "{name}");
    }
}

#[test]
fn no_prefix_and_no_change_of_a_file_makes_us_fall() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = file(&fields(24, 16), format);
        for length in 0..whole.len() {
            assert!(prepare(&whole[..length]).is_err(), "{format:?} of {length} bytes");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x9d;
            // Whatever comes of it, it comes without a panic.
            let _ = prepare(&changed);
        }
    }
}
