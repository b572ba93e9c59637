//! A whole address that readers open: nothing else passes.

use super::fields::FrontMatterMap;
use super::report::quoted;
use crate::diagnostic::rules::front::pb134_tool_link;
use crate::diagnostic::rules::links::pb308_mail_parameters;
use crate::document::url;

/// The address, without what a mail address may carry along.
pub(super) fn read(fields: &mut FrontMatterMap<'_, '_>, key: &'static str) -> Option<String> {
    let found = fields.take(key)?;
    let link = fields.text_of(&found)?;
    let place = fields.value_place(key);
    if !url::is_whole(&link) {
        fields.report.add(pb134_tool_link::no_address(place, &quoted(&link)));
        return None;
    }
    if let Some(mailbox) = url::bare_mailbox(&link) {
        fields.report.add(pb308_mail_parameters::dropped(place, &link, mailbox));
        return Some(mailbox.to_owned());
    }
    Some(link)
}
