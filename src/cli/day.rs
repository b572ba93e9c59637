//! The day that it is, and days as people type them.

use jiff::civil::Date;

use crate::document::front_matter::{WrittenDate, read_date};

use super::exit::Exit;
use super::terminal::Terminal;

/// Today in UTC.
pub(super) fn today() -> Date {
    // Not the day of this place: a build server and a desk have to judge alike.
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    let days = jiff::Span::new().try_days(i64::try_from(days).unwrap_or(0));
    let epoch = jiff::civil::date(1970, 1, 1);
    days.and_then(|days| epoch.checked_add(days)).unwrap_or(epoch)
}

/// A day that somebody wrote and that is over, or an error that says what is wrong.
pub(super) fn past_day(written: &str, flag: &str, terminal: &Terminal) -> Result<Date, Exit> {
    let date = match read_date(written) {
        WrittenDate::Day(date) => date,
        WrittenDate::Either(first, second) => {
            let help = format!("write which: {flag} {first} or {flag} {second}");
            let text = format!("\"{written}\" may be two days");
            terminal.error(&text, [help.as_str(), "nothing was written"]);
            return Err(Exit::Usage);
        }
        WrittenDate::None => {
            let help = format!("write it as year-month-day: {flag} {}", today());
            let text = format!("\"{written}\" is no date");
            terminal.error(&text, [help.as_str(), "nothing was written"]);
            return Err(Exit::Usage);
        }
    };
    if date > today() {
        let text = format!("{date} is in the future");
        let help = format!("give the day it was done: {flag} {}", today());
        terminal.error(&text, [help.as_str(), "nothing was written"]);
        return Err(Exit::Usage);
    }
    Ok(date)
}
