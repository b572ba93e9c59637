//! PB1xx: rules about front matter, raised by `document`.

pub mod pb101_unreadable_value;
pub mod pb102_one_layer;
pub mod pb103_title;
pub mod pb104_no_front_matter;
pub mod pb105_fence;
pub mod pb106_limit;
pub mod pb107_yaml_machinery;
pub mod pb108_duplicate_key;
pub mod pb109_unknown_key;
pub mod pb110_misnamed_key;
pub mod pb111_unquoted;
pub mod pb112_tab_indent;
pub mod pb113_hidden_character;
pub mod pb114_wrong_type;
pub mod pb115_missing_part;
pub mod pb116_date;
pub mod pb117_date_form;
pub mod pb118_choice;
pub mod pb119_number;
pub mod pb120_yes_or_no;
pub mod pb121_interval;
pub mod pb122_commas;
pub mod pb123_title_length;
pub mod pb124_summary_length;
pub mod pb125_many_roles;
pub mod pb126_minutes;
pub mod pb127_rebuilding_layer;
pub mod pb128_layer_file;
pub mod pb129_redirect;
pub mod pb130_short_path;
pub mod pb131_checkpoint_days;
pub mod pb132_many_items;
pub mod pb133_drill_source;
pub mod pb134_tool_link;
pub mod pb140_line_signs;
pub mod pb141_unindented;
pub mod pb142_hint_left;
pub mod pb143_unfilled;
pub mod pb144_layer_name;
pub mod pb145_text_above;
pub mod pb146_page_in_code;
pub mod pb147_other_notation;
pub mod pb148_unreadable_notation;
pub mod pb149_decorated_name;
pub mod pb150_nested_list;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb101_unreadable_value::RULE,
    &pb102_one_layer::RULE,
    &pb103_title::RULE,
    &pb104_no_front_matter::RULE,
    &pb105_fence::RULE,
    &pb106_limit::RULE,
    &pb107_yaml_machinery::RULE,
    &pb108_duplicate_key::RULE,
    &pb109_unknown_key::RULE,
    &pb110_misnamed_key::RULE,
    &pb111_unquoted::RULE,
    &pb112_tab_indent::RULE,
    &pb113_hidden_character::RULE,
    &pb114_wrong_type::RULE,
    &pb115_missing_part::RULE,
    &pb116_date::RULE,
    &pb117_date_form::RULE,
    &pb118_choice::RULE,
    &pb119_number::RULE,
    &pb120_yes_or_no::RULE,
    &pb121_interval::RULE,
    &pb122_commas::RULE,
    &pb123_title_length::RULE,
    &pb124_summary_length::RULE,
    &pb125_many_roles::RULE,
    &pb126_minutes::RULE,
    &pb127_rebuilding_layer::RULE,
    &pb128_layer_file::RULE,
    &pb129_redirect::RULE,
    &pb130_short_path::RULE,
    &pb131_checkpoint_days::RULE,
    &pb132_many_items::RULE,
    &pb133_drill_source::RULE,
    &pb134_tool_link::RULE,
    &pb140_line_signs::RULE,
    &pb141_unindented::RULE,
    &pb142_hint_left::RULE,
    &pb143_unfilled::RULE,
    &pb144_layer_name::RULE,
    &pb145_text_above::RULE,
    &pb146_page_in_code::RULE,
    &pb147_other_notation::RULE,
    &pb148_unreadable_notation::RULE,
    &pb149_decorated_name::RULE,
    &pb150_nested_list::RULE,
];
