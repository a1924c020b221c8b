//! How does the icon look where a browser takes no SVG?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::project::root;

/// A name, its width and height, and whether the whole square is filled: a
/// phone cuts it to its own shape.
const ICONS: [(&str, u32, bool); 4] = [
    ("icon-180.png", 180, true),
    ("icon-192.png", 192, false),
    ("icon-512.png", 512, false),
    ("icon-maskable-512.png", 512, true),
];

/// What rounds the corners of the SVG.
const CORNERS: &str = " rx=\"16\"";

/// Draws `www/icon.svg` in all sizes.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let svg = fs::read_to_string(root().join("www/icon.svg")).context("www/icon.svg")?;
    ensure!(
        svg.contains(CORNERS),
        "www/icon.svg has no corner{CORNERS} to fill for phones; change CORNERS in {}",
        file!()
    );
    for (name, size, filled) in ICONS {
        let shape = match filled {
            true => svg.replace(CORNERS, ""),
            false => svg.clone(),
        };
        fs::write(
            dist.join(name),
            png(&shape, size).with_context(|| name.to_owned())?,
        )?;
    }
    Ok(())
}

fn png(svg: &str, size: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let mut picture = Pixmap::new(size, size).context("a picture without a size")?;
    #[expect(clippy::cast_precision_loss, reason = "pixels of an icon")]
    let scale = size as f32 / tree.size().width();
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut picture.as_mut(),
    );
    Ok(picture.encode_png()?)
}
