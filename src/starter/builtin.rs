//! The files of `starter/`, compiled in. A test compares this list with the folder.
//! Deliberately absent: reading the folder when the program runs.

/// A path in the folder for each file, and its text.
macro_rules! texts {
    ($($path:literal)+) => {
        &[$(($path, include_str!(concat!("../../starter/", $path)))),+]
    };
}

/// Path below `starter/` and text of every file of a starter, by path.
pub const FILES: &[(&str, &str)] = texts![
    "any/always/.gitignore"
    "any/always/.vscode/extensions.json"
    "any/always/.vscode/settings.json"
    "any/azure/azure-pipelines.yml"
    "any/github/.github/workflows/playbook.yml"
    "any/gitlab/.gitlab-ci.yml"
    "any/pipeline/ci/get-playbook.sh"
    "en/always/README.md"
    "en/always/content/collections/ninety-days.md"
    "en/always/content/drills/news-in-three-lines.md"
    "en/always/content/guides/all-fields.md"
    "en/always/content/guides/coaching-a-pod.md"
    "en/always/content/guides/hire-or-build.md"
    "en/always/content/guides/interviewing.md"
    "en/always/content/guides/keeping-it-alive.md"
    "en/always/content/guides/may-i-paste.md"
    "en/always/content/guides/writing-a-page.md"
    "en/always/content/index.md"
    "en/always/content/layers/fluency.md"
    "en/always/content/layers/judgment.md"
    "en/always/content/layers/redesign.md"
    "en/always/content/people/playbook-desk.md"
    "en/always/content/roles/customer-service.md"
    "en/always/content/roles/managers.md"
    "en/always/content/roles/sales.md"
    "en/always/content/tools/assistant.md"
    "en/always/content/tools/private-accounts.md"
    "en/always/content/workflows/everyone/confident-answer.md"
    "en/always/content/workflows/managers/news-round.md"
    "en/always/content/workflows/sales/five-facts.md"
    "en/always/playbook.toml"
    "en/azure/.azuredevops/pull_request_template.md"
    "en/github/.github/ISSUE_TEMPLATE/page.yml"
    "en/github/.github/pull_request_template.md"
    "en/gitlab/.gitlab/issue_templates/Page.md"
    "en/gitlab/.gitlab/merge_request_templates/Default.md"
    "en/pipeline/azure.md"
    "en/pipeline/github.md"
    "en/pipeline/gitlab.md"
    "en/pipeline/none.md"
];
