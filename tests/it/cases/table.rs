//! What goes in or goes wrong, what comes of it, and the tests that hold it. A test
//! is `room::test` of `tests/it` or of `src`, or `file.test.mjs: title` of the
//! browser tests.

/// Its number; what goes in or goes wrong, and what comes of it; who holds it.
pub type Case = (u8, &'static str, &'static [&'static str]);

pub const CASES: [Case; 60] = [
    (
        1,
        "an output folder that is, holds or lies in a source, `/`, home, or is reached by a link: refused before any write",
        &["emit::refused::folders_that_are_no_place_for_a_site_are_refused_before_any_write"],
    ),
    (
        2,
        "an output folder with files of others: refused, named; taken over when asked",
        &[
            "emit::refused::a_folder_with_other_files_is_refused_and_named",
            "emit::refused::adopting_a_folder_deletes_nothing_in_it",
            "cli::an_output_folder_with_other_files_is_refused_with_3",
        ],
    ),
    (
        3,
        "a foreign file in an owned folder: stays",
        &[
            "emit::foreign_files_survive_every_build",
            "emit::a_foreign_file_in_the_way_is_kept_under_another_name",
        ],
    ),
    (
        4,
        "a page is removed: its files go; one that was edited by hand stays",
        &[
            "emit::when_a_page_is_removed_exactly_its_files_go",
            "emit::an_edited_file_whose_page_is_gone_stays_with_a_warning",
        ],
    ),
    (
        5,
        "a name or an old address that leaves the site: located error",
        &[
            "front_matter::values::old_addresses_are_plain_paths_inside_the_site",
            "source::unsafe_names_come_with_a_better_one",
            "emit::an_address_that_leaves_the_site_is_a_bug_and_writes_nothing",
        ],
    ),
    (
        6,
        "two sources, one address: both named",
        &["standing::of_two_files_with_one_address_both_are_named_and_one_stands"],
    ),
    (
        7,
        "addresses equal after folding of case or Unicode's normal form: error on every system",
        &[
            "standing::addresses_that_differ_by_case_only_collide_on_every_system",
            "standing::addresses_that_differ_by_normal_form_only_collide_on_every_system",
        ],
    ),
    (
        8,
        "names that a system refuses: located error with a better name",
        &[
            "source::unsafe_names_come_with_a_better_one",
            "source::a_name_that_is_not_utf8_is_refused_and_the_rest_stands",
        ],
    ),
    (
        9,
        "a title of 300 characters stands; a file name over 200 bytes is an error",
        &[
            "front_matter::values::lengths_and_counts_warn_and_the_page_stands",
            "source::unsafe_names_come_with_a_better_one",
        ],
    ),
    (10, "a link to a file: not followed", LINKS),
    (11, "a link to a folder, or in a circle: not followed", LINKS),
    (12, "a broken link, or one inside the content: not followed", LINKS),
    (
        13,
        "a pipe, a socket or a device: located error, no waiting",
        &[
            "source::a_pipe_or_a_socket_does_not_hold_up_the_build",
            "source::a_device_is_not_opened",
        ],
    ),
    (
        14,
        "a source that cannot be read: named with the system's reason, and nothing is published",
        &[
            "source::reader::a_file_that_may_not_be_read_is_an_error_and_the_others_stand",
            "faults::reading::what_this_user_may_not_read_is_named_with_the_systems_reason",
            "faults::reading::a_playbook_without_its_content_publishes_nothing",
            "faults::reading::check_shows_the_rest_and_the_error",
            "faults::sweep::a_build_in_which_any_call_fails_leaves_the_old_site_or_the_new",
        ],
    ),
    (
        15,
        "a file that vanishes between listing and reading: looked for again",
        &[
            "source::reader::a_file_that_vanishes_is_looked_for_again",
            "source::reader::a_file_that_stays_away_is_an_error_and_the_others_stand",
        ],
    ),
    (
        16,
        "front matter that is not closed, or indented by tabs: read, with a warning",
        &[
            "front_matter::tolerance::a_missing_fence_is_assumed_where_the_lines_leave_no_doubt",
            "front_matter::tolerance::tabs_are_read_as_indent_once_said",
        ],
    ),
    (
        17,
        "a colon without quotes, a quote without its second: read, with a warning",
        &[
            "front_matter::tolerance::an_unquoted_colon_is_taken_as_text_with_the_corrected_line",
            "front_matter::tolerance::a_quote_without_its_second_one_ends_with_the_line",
            "front_matter::tolerance::one_unreadable_value_costs_only_itself",
        ],
    ),
    (
        18,
        "an unknown key: the nearest is named",
        &["front_matter::refused::an_unknown_key_warns_with_the_one_that_is_meant"],
    ),
    (
        19,
        "a key twice: both lines",
        &["front_matter::refused::a_key_written_twice_names_both_lines"],
    ),
    (
        20,
        "anchors, aliases, merge keys, tags, a billion laughs: refused at once",
        &[
            "front_matter::refused::anchors_aliases_merge_keys_and_tags_are_refused_in_place",
            "front_matter::refused::a_billion_laughs_are_refused_at_once",
        ],
    ),
    (
        21,
        "front matter that is deep, long or double: a limit, on a small stack",
        &[
            "front_matter::refused::limits_hold_on_a_small_stack",
            "front_matter::refused::adversarial_lines_take_no_time",
            "front_matter::refused::a_limit_names_itself",
            "front_matter::refused::a_second_document_is_refused_and_the_first_stands",
        ],
    ),
    (
        22,
        "values that YAML or people mean otherwise: one reading, or a located error",
        &[
            "front_matter::values_stay_text_as_written",
            "front_matter::null_tilde_and_nothing_are_absent_without_a_word",
            "front_matter::values::dates_have_one_reading_or_an_error_that_shows_both",
        ],
    ),
    (
        23,
        "a wrong type inside a value: located, and only its entry falls out",
        &["front_matter::values::a_wrong_type_inside_is_located_and_only_its_entry_falls_out"],
    ),
    (
        24,
        "a file that is not UTF-8: located error, the others go on",
        &["markdown::what_is_not_utf8_is_located_and_does_not_stand"],
    ),
    (
        25,
        "a byte order mark, CRLF, CR: the same page",
        &["markdown::line_ends_and_a_byte_order_mark_change_nothing"],
    ),
    (
        26,
        "NUL, bidirectional and zero-width characters: replaced or named by code point",
        &[
            "markdown::control_characters_are_replaced_or_reported_with_their_code_point",
            "front_matter::tolerance::hidden_characters_are_named_by_code_point",
        ],
    ),
    (
        27,
        "markup that runs: text, in a real browser",
        &[
            "hostile.test.mjs: is inert below a path",
            "hostile.test.mjs: is inert on the disk",
            "inert::a_script_is_text",
            "inert::a_script_is_text_also_when_some_markup_is_allowed",
        ],
    ),
    (
        28,
        "an address that runs code, in every spelling: no link",
        &[
            "hostile.test.mjs: is inert below a path",
            "inert::an_address_that_runs_code_is_no_link_in_any_spelling",
            "markdown::an_unsafe_address_is_no_link_in_any_spelling",
        ],
    ),
    (
        29,
        "hostile words after a fence: a plain class",
        &[
            "hostile.test.mjs: is inert below a path",
            "highlight::code_is_highlighted_with_few_elements_and_any_fence_is_inert",
        ],
    ),
    (
        30,
        "markup in any field: right in HTML, attribute, JSON and feed",
        &[
            "inert::markup_in_any_field_stays_text_in_every_page",
            "render::markup_in_any_field_is_text",
            "outputs::markup_in_data_cannot_become_html_or_xml",
            "hostile.test.mjs: shows what was written, as text",
        ],
    ),
    (
        31,
        "headings named like parts of a program, or alike: ids that meet nothing",
        &[
            "markdown::headings_have_the_ids_that_github_gives_them",
            "hostile.test.mjs: is inert below a path",
        ],
    ),
    (
        32,
        "words of the template language: text",
        &[
            "inert::an_expression_of_the_template_language_is_text",
            "inert::a_statement_of_the_template_language_is_text",
            "front_matter::tolerance::template_signs_and_markup_are_literal_text",
            "markdown::raw_html_is_text_and_content_is_never_a_template",
        ],
    ),
    (
        33,
        "a hostile query or address of a search: text",
        &[
            "search-page.test.mjs: a hostile address is text",
            "search.test.mjs: a hostile query",
            "search::finding::what_is_pasted_by_mistake_does_no_harm",
        ],
    ),
    (34, "a draft: in no byte of the site", &["inert::a_draft_is_in_no_byte_of_the_site"]),
    (
        35,
        "files that a browser runs are refused; hidden ones are never published",
        &[
            "source::what_a_browser_would_run_is_refused",
            "source::editors_leftovers_hidden_files_and_readmes_are_not_mentioned",
        ],
    ),
    (
        36,
        "the examples of CommonMark and GitHub: equal, or a listed deviation",
        &[
            "commonmark::every_commonmark_example_agrees_or_is_a_listed_deviation",
            "commonmark::every_example_of_githubs_tables_tasks_and_strikethrough_agrees",
        ],
    ),
    (
        37,
        "markdown made to stall: bounded, the same each time",
        &[
            "pathological::hostile_texts_are_parsed_in_bounded_time_or_refused",
            "pathological::whatever_is_written_is_parsed_the_same_way_twice",
        ],
    ),
    (
        38,
        "a page that is too large: a limit",
        &[
            "markdown::a_page_beyond_a_limit_does_not_stand",
            "source::limits::a_file_over_a_limit_is_left_out_and_the_rest_stands",
        ],
    ),
    (
        39,
        "code made to stall the highlighter: plain, counted and not timed",
        &[
            "pathological::highlighting_is_bounded_for_texts_that_make_grammars_search",
            "highlight::code_beyond_the_limit_stays_plain",
            "highlight::grammars_have_one_budget_for_all_blocks_of_a_page",
        ],
    ),
    (
        40,
        "an image that claims to be huge, or has half a header: only the header is read",
        &[
            "source::limits::a_file_over_a_limit_is_left_out_and_the_rest_stands",
            "source::no_image_header_is_too_broken",
        ],
    ),
    (
        41,
        "folders too deep, files too many: a limit",
        &[
            "source::limits::folders_five_hundred_deep_are_within_the_limits",
            "source::limits::too_many_files_build_nothing",
        ],
    ),
    (
        42,
        "templates that hold themselves: located error",
        &[
            "render::templates_that_go_round_in_a_circle_are_refused",
            "render::components_that_call_one_another_in_a_circle_are_refused",
            "render::a_long_chain_of_templates_is_refused_before_it_costs_the_stack",
        ],
    ),
    (
        43,
        "a request for a file outside the site: no such address",
        &["serve::guard::nothing_outside_the_site_has_an_address"],
    ),
    (
        44,
        "a request under another name: refused",
        &["serve::guard::hosts_that_are_not_its_own_are_refused"],
    ),
    (
        45,
        "a request from another origin: refused",
        &["serve::guard::only_its_own_pages_hear_of_news_and_problems"],
    ),
    (
        46,
        "a request from another site: may lead here, may not read",
        &[
            "serve::guard::another_site_may_lead_here_and_not_read",
            "serve::guard::every_answer_has_the_headers_and_none_lets_others_read",
        ],
    ),
    (
        47,
        "markup in a message: text over the page",
        &[
            "preview.test.mjs: messages are text, whatever is in them",
            "serve::standing::a_preview_starts_with_whatever_is_there",
            "print::content_cannot_control_the_terminal",
        ],
    ),
    (
        48,
        "requests that write, are huge, slow or many: bounded, the others are answered",
        &[
            "serve::guard::only_reading_is_possible",
            "serve::bounds::large_heads_are_refused",
            "serve::bounds::two_hundred_slow_clients_hold_nobody_up_and_are_let_go",
            "serve::bounds::five_hundred_reload_clients_are_bounded",
        ],
    ),
    (
        49,
        "a busy port is named; a preview for others is warned of",
        &[
            "serve::commands::a_busy_port_ends_with_4_and_is_named",
            "serve::commands::a_preview_for_others_is_warned_of",
        ],
    ),
    (
        50,
        "saves of seven editors: one build each, no page away meanwhile",
        &[
            "serve::editors::every_editors_save_is_one_build_and_never_a_missing_page",
            "serve::editors::a_save_that_takes_its_time_is_one_build",
        ],
    ),
    (
        51,
        "folders and the root renamed, deleted, made again: equals a clean build",
        &[
            "serve::disk::folders_are_renamed_deleted_and_made_again",
            "serve::disk::the_root_is_deleted_and_made_again",
        ],
    ),
    (
        52,
        "a checkout of thousands of files with lost events: two builds at most",
        &["serve::storm::a_checkout_with_lost_events_is_at_most_two_builds_after_its_end"],
    ),
    (
        53,
        "no more folders can be watched: looked at instead, said once",
        &["serve::hints::an_exhausted_limit_is_told_once_and_polling_takes_over"],
    ),
    (
        54,
        "a disk without events: looked at instead, said once",
        &["serve::hints::a_change_without_a_hint_is_found_and_from_then_on_looked_for"],
    ),
    (
        55,
        "saves in a row, also during a build, broken and mended: the last one counts; silence builds nothing",
        &[
            "serve::disk::fifty_saves_in_a_second_end_in_the_last",
            "serve::standing::a_broken_page_stays_until_it_is_mended",
            "serve::disk::nothing_is_built_while_nothing_happens",
            "preview.test.mjs: a broken page stays, with the message over it until it is mended",
        ],
    ),
    (
        56,
        "killed at any moment: the old site or the new, and the next build needs no help",
        &[
            "emit::killed::a_build_killed_at_any_moment_leaves_the_old_site_or_the_new",
            "emit::killed::a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up",
            "emit::killed::without_an_exchange_two_renames_do_the_same",
            "faults::killed::a_killed_build_leaves_a_whole_site_with_the_files_of_others",
        ],
    ),
    (
        57,
        "the disk says no: the old site stays, or the new one is there with a warning",
        &[
            "emit::the_old_site_stays_when_the_disk_says_no",
            "faults::sweep::a_build_in_which_any_call_fails_leaves_the_old_site_or_the_new",
        ],
    ),
    (
        58,
        "a damaged list of what is ours: refused, nothing foreign is deleted",
        &[
            "emit::refused::a_damaged_manifest_is_no_licence",
            "emit::a_manifest_that_is_no_file_is_refused_at_once",
        ],
    ),
    (
        59,
        "builds at once, beside a preview, ended by Ctrl-C: one whole site, the holder is named",
        &[
            "emit::killed::a_second_writer_waits_and_then_names_the_first",
            "emit::killed::many_builds_at_once_end_with_one_whole_site",
            "interrupted::ctrl_c_leaves_the_old_site_or_the_new",
            "interrupted::a_build_beside_a_preview_is_as_any_other",
        ],
    ),
    (
        60,
        "another machine: the same bytes",
        &[
            "machines::every_machine_builds_the_same_site",
            "law::order::one_thread_builds_what_many_build",
            "law::order::the_order_in_which_files_are_found_changes_nothing",
        ],
    ),
];

const LINKS: &[&str] = &["source::links_are_not_followed_wherever_they_lead"];
