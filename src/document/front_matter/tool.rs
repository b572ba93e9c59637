//! The front matter of a tool.

use super::fields::Fields;
use super::report::quoted;
use crate::diagnostic::rules::front::pb134_tool_link;
use crate::diagnostic::rules::links::pb308_mail_parameters;
use crate::document::front::{Front, ToolFront};
use crate::document::url;

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    Front::Tool(ToolFront {
        aliases: fields.ids("aliases"),
        status: fields.choice("status"),
        data_max: fields.rung("data_max"),
        good_for: fields.texts("good_for"),
        not_good_for: fields.texts("not_good_for"),
        replaced_by: fields.text("replaced_by"),
        link: link(fields),
        ask: fields.text("ask"),
        keywords: fields.ids("keywords"),
    })
}

/// Where the tool is: readers open it, so that nothing else than a whole
/// address passes.
fn link(fields: &mut Fields<'_, '_>) -> Option<String> {
    let link = fields.text("link")?;
    if !url::is_whole(&link) {
        let place = fields.value_place("link");
        fields.report.add(pb134_tool_link::no_address(place, &quoted(&link)));
        return None;
    }
    if let Some(mailbox) = url::bare_mailbox(&link) {
        let place = fields.value_place("link");
        fields.report.add(pb308_mail_parameters::dropped(place, &link, mailbox));
        return Some(mailbox.to_owned());
    }
    Some(link)
}
