//! What a file is, by its bytes, and what is in it besides pixels.
//!
//! Nothing of what is found here is kept. A file that ends early is told from a whole one, since decoders are more
//! lenient; and one that other programs would take for a page, a script or an archive is refused, because somebody made
//! it so on purpose.

use image::ImageFormat;

use crate::{prepare::MAX_PIXELS, refusal::Refusal};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// How far from a file's end an archive's directory may begin (ZIP, APPNOTE 4.3.16).
const ZIP_TAIL: usize = 22 + u16::MAX as usize;
const ZIP_DIRECTORY: &[u8] = b"PK\x05\x06";
/// How what programs run or show begins, in small letters.
const ACTIVE: [&[u8]; 7] = [b"<script", b"<html", b"<svg", b"<!doctype", b"<iframe", b"<?php", b"%pdf-"];

/// What a file is, if it is one of the three formats that we take and nothing else besides.
pub(crate) fn format(bytes: &[u8]) -> Result<ImageFormat, Refusal> {
    let (format, parts) = if bytes.starts_with(b"\xff\xd8\xff") {
        (ImageFormat::Jpeg, jpeg(bytes))
    } else if bytes.starts_with(PNG) {
        (ImageFormat::Png, png(bytes))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        (ImageFormat::WebP, webp(bytes))
    } else {
        return Err(Refusal::PictureFormat);
    };
    let parts = parts.ok_or(Refusal::PictureBroken)?;
    if parts.moves {
        return Err(Refusal::PictureMoving);
    }
    if parts.pixels > MAX_PIXELS {
        return Err(Refusal::PictureDimensions);
    }
    if parts.beside.iter().any(|part| is_active(part)) || (format != ImageFormat::Jpeg && !parts.after.is_empty()) {
        return Err(Refusal::PictureForeign);
    }
    // Cameras put films, depth maps and second pictures behind a JPEG's end: there, only what acts is refused.
    if is_active(parts.after) { Err(Refusal::PictureForeign) } else { Ok(format) }
}

/// What is in a file besides pixels.
#[derive(Default)]
struct Parts<'a> {
    /// What is said about the picture: EXIF, XMP, comments.
    beside: Vec<&'a [u8]>,
    /// What stands behind the picture's end.
    after: &'a [u8],
    /// Whether it is several pictures, shown one after the other.
    moves: bool,
    /// Pixels of a WebP's frame, which its decoder makes room for before it compares them with the picture's.
    pixels: u64,
}

/// ITU-T T.81, annex B.
fn jpeg(bytes: &[u8]) -> Option<Parts<'_>> {
    let mut parts = Parts::default();
    let mut rest = bytes.get(2..)?;
    loop {
        rest = rest.strip_prefix(b"\xff")?;
        while let Some(filled) = rest.strip_prefix(b"\xff") {
            rest = filled;
        }
        let (&code, after) = rest.split_first()?;
        match code {
            0xd9 => return Some(Parts { after, ..parts }),
            0x01 | 0xd0..=0xd7 => rest = after,
            0x00 | 0xd8 => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes(after.first_chunk().copied()?));
                let segment = after.get(2..length)?;
                rest = after.get(length..)?;
                if matches!(code, 0xe0..=0xef | 0xfe) {
                    parts.beside.push(segment);
                }
                if code == 0xda {
                    let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
                    rest = rest.get(rest.windows(2).position(is_marker)?..)?;
                }
            }
        }
    }
}

/// Portable Network Graphics (third edition), section 5.
fn png(bytes: &[u8]) -> Option<Parts<'_>> {
    let mut parts = Parts::default();
    let mut rest = bytes.get(PNG.len()..)?;
    loop {
        let length = u32::from_be_bytes(rest.first_chunk().copied()?) as usize;
        let kind = rest.get(4..8)?;
        let end = length.checked_add(12)?;
        let data = rest.get(8..end - 4)?;
        rest = rest.get(end..)?;
        match kind {
            b"IEND" => return Some(Parts { after: rest, ..parts }),
            b"IDAT" => {}
            b"acTL" | b"fcTL" | b"fdAT" => parts.moves = true,
            _ => parts.beside.push(data),
        }
    }
}

/// RFC 9649, section 2.
fn webp(bytes: &[u8]) -> Option<Parts<'_>> {
    let size = u32::from_le_bytes(bytes.get(4..)?.first_chunk().copied()?) as usize;
    let end = size.checked_add(8)?;
    let after = bytes.get(end + size % 2..).unwrap_or_default();
    let mut parts = Parts { after, ..Parts::default() };
    let mut rest = bytes.get(12..end)?;
    while !rest.is_empty() {
        let length = u32::from_le_bytes(rest.get(4..)?.first_chunk().copied()?) as usize;
        let end = length.checked_add(8)?;
        let data = rest.get(8..end)?;
        match &rest[..4] {
            b"VP8 " => parts.pixels = parts.pixels.max(vp8_pixels(data)?),
            b"VP8L" | b"ALPH" => {}
            b"ANIM" | b"ANMF" => parts.moves = true,
            _ => parts.beside.push(data),
        }
        rest = rest.get(end + length % 2..).unwrap_or_default();
    }
    Some(parts)
}

/// RFC 6386, section 9.1: behind a tag and a start code, fourteen bits each of width and height.
fn vp8_pixels(frame: &[u8]) -> Option<u64> {
    let side = |at: usize| Some(u64::from(u16::from_le_bytes(frame.get(at..)?.first_chunk().copied()?) & 0x3fff));
    Some(side(6)? * side(8)?)
}

fn is_active(part: &[u8]) -> bool {
    let tail = &part[part.len().saturating_sub(ZIP_TAIL)..];
    let begins = |text: &[u8]| {
        ACTIVE.iter().any(|name| {
            let Some((beginning, rest)) = text.split_at_checked(name.len()) else { return false };
            // Names of elements end; without that, random bytes would be taken for the shortest.
            let ends = name[0] != b'<' || rest.first().is_none_or(|next| b" \t\r\n\x0c>/".contains(next));
            ends && beginning.eq_ignore_ascii_case(name)
        })
    };
    (0..part.len()).any(|at| matches!(part[at], b'<' | b'%') && begins(&part[at..]))
        || tail.windows(ZIP_DIRECTORY.len()).any(|bytes| bytes == ZIP_DIRECTORY)
}
