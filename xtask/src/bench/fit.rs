//! The power of its size with which something grows.

/// The slope of the straight line through the logarithms, by least squares: 1 for what
/// grows as its size does, 2 for what grows with the square.
pub(super) fn exponent(points: &[(f64, f64)]) -> f64 {
    let number = points.len() as f64;
    let logs = || points.iter().map(|(size, cost)| (size.ln(), cost.ln()));
    let mean_size = logs().map(|(size, _)| size).sum::<f64>() / number;
    let mean_cost = logs().map(|(_, cost)| cost).sum::<f64>() / number;
    let shared = logs().map(|(size, cost)| (size - mean_size) * (cost - mean_cost));
    let own = logs().map(|(size, _)| (size - mean_size).powi(2));
    shared.sum::<f64>() / own.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::exponent;

    fn of(cost: fn(f64) -> f64) -> f64 {
        let sizes = [20.0, 200.0, 2e3, 2e4, 2e5, 1e6];
        exponent(&sizes.map(|size| (size, cost(size))))
    }

    #[test]
    fn powers_are_found_whatever_they_are_multiplied_by() {
        for (cost, power) in [
            ((|n| 7.0 * n) as fn(f64) -> f64, 1.0),
            (|n| 0.1 * n * n, 2.0),
            (|n| 30.0 * n.sqrt(), 0.5),
            (|_| 9.0, 0.0),
        ] {
            assert!((of(cost) - power).abs() < 1e-9, "{power}");
        }
    }

    #[test]
    fn exponents_tell_n_log_n_from_n_squared_and_log_n_from_n() {
        assert!(of(|n| n * n.ln()) < 1.2);
        assert!(of(f64::ln) < 0.2);
    }
}
