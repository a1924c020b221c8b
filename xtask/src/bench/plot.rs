//! Plots of growth, for the terminal and for the results.

use anyhow::Result;
use plotters::prelude::{
    ChartBuilder, Circle, IntoDrawingArea, IntoLogRange, LineSeries, Palette, Palette99, SVGBackend,
};
use plotters::style::{BLACK, Color, WHITE};
use serde::Serialize;
use textplots::{Chart, Plot, Shape};

use super::results::Time;

/// One line of the results: an operation on answers of one spread, at every size.
#[derive(Serialize)]
pub(super) struct Line {
    pub(super) spread: &'static str,
    pub(super) operation: &'static str,
    /// The number of answers and the time.
    pub(super) times: Vec<(usize, Time)>,
    pub(super) exponent: f64,
    pub(super) most: f64,
}

/// For the terminal: both axes are powers of ten.
pub(super) fn text(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let points: Vec<(f32, f32)> = line
            .times
            .iter()
            .map(|(size, time)| ((*size as f32).log10(), time.median.log10() as f32))
            .collect();
        text.push_str(&format!(
            "{}, answers {}: ten to the power of nanoseconds, over ten to the power of answers\n",
            line.operation, line.spread
        ));
        let mut chart = Chart::new_with_y_range(80, 32, 1.0, 6.0, 0.0, 9.0);
        let shape = Shape::Lines(&points);
        let chart = chart.lineplot(&shape);
        chart.axis();
        chart.figures();
        text.push_str(&chart.to_string());
        text.push('\n');
    }
    text
}

/// For the results.
pub(super) fn svg(lines: &[Line]) -> Result<String> {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (960, 600)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .margin(20)
            .x_label_area_size(40)
            .y_label_area_size(80)
            .build_cartesian_2d((10.0..2e6).log_scale(), (1.0..1e10).log_scale())?;
        chart
            .configure_mesh()
            .x_desc("answers")
            .y_desc("nanoseconds")
            .draw()?;
        for (place, line) in lines.iter().enumerate() {
            let points: Vec<(f64, f64)> = line
                .times
                .iter()
                .map(|(size, time)| (*size as f64, time.median))
                .collect();
            let colour = Palette99::pick(place).to_rgba();
            chart
                .draw_series(LineSeries::new(points.clone(), colour.stroke_width(2)))?
                .label(format!("{}, {}", line.operation, line.spread))
                .legend(move |(x, y)| Circle::new((x + 10, y), 4, colour.filled()));
            chart.draw_series(
                points
                    .into_iter()
                    .map(|point| Circle::new(point, 3, colour.filled())),
            )?;
        }
        chart
            .configure_series_labels()
            .background_style(WHITE.mix(0.8))
            .border_style(BLACK)
            .draw()?;
        area.present()?;
    }
    Ok(text + "\n")
}
