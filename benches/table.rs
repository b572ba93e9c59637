//! Aligned text: the first column to the left, all others to the right. And how measured values
//! are written. Deliberately absent: colour, boxes, and anything that depends on the terminal.

use std::fmt;

/// Rows of cells; the first is the heading.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with its heading row.
    pub fn new(heading: Vec<String>) -> Self {
        Self { rows: vec![heading] }
    }

    /// Appends a row.
    pub fn add_row(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
        };
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        for row in &self.rows {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells.map(|(at, (cell, &width))| {
                if at == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") }
            });
            writeln!(f, "{}", cells.collect::<String>().trim_end())?;
        }
        Ok(())
    }
}

/// How a value is written.
#[derive(Clone, Copy)]
pub enum Unit {
    /// Seconds, to the millisecond.
    Seconds,
    /// Bytes, written in millions.
    Megabytes,
    /// Bytes, written in thousands.
    Kilobytes,
    /// A whole number.
    Count,
}

impl Unit {
    fn write(self, value: f64) -> String {
        match self {
            Self::Seconds => format!("{value:.3} s"),
            Self::Megabytes => format!("{:.1} MB", value / 1e6),
            Self::Kilobytes => format!("{:.1} kB", value / 1e3),
            Self::Count => format!("{value:.0}"),
        }
    }
}

/// Median, least and most of some values; none when nothing could be measured.
pub struct Spread(Option<[f64; 3]>);

impl Spread {
    /// The spread of `values`; the median of an even number of them is the mean of the middle two.
    pub fn of(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |index: usize| sorted.get(index).copied();
        let middle = |least, most| {
            let half = sorted.len() / 2;
            let upper = at(half)?;
            let lower =
                if sorted.len().is_multiple_of(2) { at(half.checked_sub(1)?)? } else { upper };
            Some([f64::midpoint(lower, upper), least, most])
        };
        Self(sorted.first().zip(sorted.last()).and_then(|(least, most)| middle(*least, *most)))
    }

    /// Median, least, most as text; least and most are left out when there is no spread.
    pub fn cells(&self, unit: Unit) -> [String; 3] {
        match self.0 {
            None => [String::from("not measured"), String::new(), String::new()],
            Some([median, least, most]) if least.total_cmp(&most).is_eq() => {
                [unit.write(median), String::new(), String::new()]
            }
            Some(values) => values.map(|value| unit.write(value)),
        }
    }

    /// How many times the other's median this one's is.
    pub fn growth_from(&self, other: &Self) -> String {
        match (self.0, other.0) {
            (Some([many, ..]), Some([few, ..])) if few > 0.0 => format!("{:.1} x", many / few),
            _ => String::new(),
        }
    }
}
