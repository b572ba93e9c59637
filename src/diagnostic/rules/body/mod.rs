//! PB2xx: rules about sections and blocks of a body, raised by `document`.

pub mod pb201_not_utf8;
pub mod pb202_page_limit;
pub mod pb203_nesting_limit;
pub mod pb204_control_character;
pub mod pb205_unsafe_address;
pub mod pb206_raw_html;
pub mod pb207_unclosed_comment;
pub mod pb210_undescribed_blank;
pub mod pb211_unused_description;
pub mod pb212_blank_spelling;
pub mod pb213_forbidden_blank;
pub mod pb214_prompt_attribute;
pub mod pb215_blank_limit;
pub mod pb220_block_key;
pub mod pb221_block_word;
pub mod pb222_block_incomplete;
pub mod pb223_not_cleared;
pub mod pb224_drill_quote;
pub mod pb225_drill_page;
pub mod pb230_untagged_step;
pub mod pb231_step_tag;
pub mod pb232_step_time;
pub mod pb233_minutes_sum;
pub mod pb240_heading_above;
pub mod pb241_leftover_markup;
pub mod pb242_unclosed_fence;
pub mod pb243_merge_marker;
pub mod pb244_fence_in_block;
pub mod pb245_hidden_words;
pub mod pb246_assumed_heading;
pub mod pb247_lost_cell;
pub mod pb248_named_link;
pub mod pb249_unused_note;
pub mod pb250_former_id;
pub mod pb251_assumed_list;
pub mod pb252_unmarked_prompt;
pub mod pb253_unfenced_caught;
pub mod pb260_key;
pub mod pb261_mail_address;
pub mod pb262_phone_number;
pub mod pb263_account_number;

use super::Rule;

/// Every rule of this group, by code.
pub const RULES: &[&Rule] = &[
    &pb201_not_utf8::RULE,
    &pb202_page_limit::RULE,
    &pb203_nesting_limit::RULE,
    &pb204_control_character::RULE,
    &pb205_unsafe_address::RULE,
    &pb206_raw_html::RULE,
    &pb207_unclosed_comment::RULE,
    &pb210_undescribed_blank::RULE,
    &pb211_unused_description::RULE,
    &pb212_blank_spelling::RULE,
    &pb213_forbidden_blank::RULE,
    &pb214_prompt_attribute::RULE,
    &pb215_blank_limit::RULE,
    &pb220_block_key::RULE,
    &pb221_block_word::RULE,
    &pb222_block_incomplete::RULE,
    &pb223_not_cleared::RULE,
    &pb224_drill_quote::RULE,
    &pb225_drill_page::RULE,
    &pb230_untagged_step::RULE,
    &pb231_step_tag::RULE,
    &pb232_step_time::RULE,
    &pb233_minutes_sum::RULE,
    &pb240_heading_above::RULE,
    &pb241_leftover_markup::RULE,
    &pb242_unclosed_fence::RULE,
    &pb243_merge_marker::RULE,
    &pb244_fence_in_block::RULE,
    &pb245_hidden_words::RULE,
    &pb246_assumed_heading::RULE,
    &pb247_lost_cell::RULE,
    &pb248_named_link::RULE,
    &pb249_unused_note::RULE,
    &pb250_former_id::RULE,
    &pb251_assumed_list::RULE,
    &pb252_unmarked_prompt::RULE,
    &pb253_unfenced_caught::RULE,
    &pb260_key::RULE,
    &pb261_mail_address::RULE,
    &pb262_phone_number::RULE,
    &pb263_account_number::RULE,
];
