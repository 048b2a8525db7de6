//! A new picture of what somebody sent: upright, small enough, and nothing in it but pixels.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder as _, ImageError, ImageReader, ImageResult, Limits,
    codecs::{jpeg::JpegEncoder, webp::WebPEncoder},
    imageops::FilterType,
    metadata::Orientation,
};

use crate::{layout, picture::MediaType, refusal::Refusal};

/// The largest file that we take, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The most pixels that a picture may have, in millions: cameras have 12 to 40.
pub(crate) const MAX_MEGAPIXELS: u32 = 40;
/// The same in pixels.
pub(crate) const MAX_PIXELS: u64 = MAX_MEGAPIXELS as u64 * 1_000_000;
/// The longest side that a picture may have, in pixels.
pub(crate) const MAX_SIDE: u32 = 12_000;
/// What the pixels of a picture may take in memory, in bytes: 40 million with colours and transparency.
const MAX_MEMORY: u64 = MAX_PIXELS * 4;
/// The longest side of what is kept, in pixels.
const SIDE: u32 = 1600;
/// The longest side of a small one, in pixels.
const THUMB_SIDE: u32 = 480;
/// How well pictures without transparency are kept, of 100.
const QUALITY: u8 = 82;

/// A picture that is fit to be kept and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What both files are.
    pub media_type: MediaType,
    /// The picture, at most 1600 pixels a side.
    pub body: Vec<u8>,
    /// A small one, at most 480 pixels a side.
    pub thumb: Vec<u8>,
}

/// Makes a new picture of a JPEG, PNG or WebP. Takes up to some seconds of one core
/// and some 300 MB: not for threads that others wait for.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::PictureTooLarge);
    }
    let format = layout::format(bytes)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS || decoder.total_bytes() > MAX_MEMORY {
        return Err(Refusal::PictureDimensions);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = scaled(DynamicImage::from_decoder(decoder).map_err(refusal)?, SIDE);
    picture.apply_orientation(orientation);
    written(&picture).map_err(refusal)
}

fn refusal(err: ImageError) -> Refusal {
    match err {
        ImageError::Limits(_) => Refusal::PictureDimensions,
        _ => Refusal::PictureBroken,
    }
}

/// The picture with no side longer than that.
fn scaled(picture: DynamicImage, side: u32) -> DynamicImage {
    let longest = picture.width().max(picture.height());
    if longest <= side {
        return picture;
    }
    // Most of a large picture's pixels go by plain averages, since the better filter takes many times as long.
    let picture = if longest > 3 * side { picture.thumbnail(2 * side, 2 * side) } else { picture };
    picture.resize(side, side, FilterType::CatmullRom)
}

fn written(picture: &DynamicImage) -> ImageResult<Prepared> {
    let (width, height) = (picture.width(), picture.height());
    let has_alpha = picture.color().has_alpha() && picture.to_rgba8().pixels().any(|pixel| pixel.0[3] != u8::MAX);
    let media_type = if has_alpha { MediaType::Webp } else { MediaType::Jpeg };
    let write = if has_alpha { webp } else { jpeg };
    let thumb = scaled(picture.clone(), THUMB_SIDE);
    Ok(Prepared { width, height, media_type, body: write(picture)?, thumb: write(&thumb)? })
}

fn jpeg(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, QUALITY).encode_image(&picture.to_rgb8())?;
    Ok(file)
}

fn webp(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut pixels = picture.to_rgba8();
    // What nobody sees is no part of the picture: programs leave under transparency what was cut out.
    for pixel in pixels.pixels_mut().filter(|pixel| pixel.0[3] == 0) {
        pixel.0 = [0; 4];
    }
    let mut file = Vec::new();
    let (width, height) = pixels.dimensions();
    WebPEncoder::new_lossless(&mut file).encode(&pixels, width, height, ExtendedColorType::Rgba8)?;
    Ok(file)
}

#[cfg(test)]
mod tests;
