//! What whoever starts a playbook decides, as plain values.

/// Where a playbook's proposals are checked and its site is published from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pipeline {
    /// A workflow of GitHub Actions.
    Github,
    /// A pipeline of GitLab CI.
    Gitlab,
    /// A pipeline of Azure DevOps.
    Azure,
}

impl Pipeline {
    /// The one of this name, if it is one.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Github, Self::Gitlab, Self::Azure].into_iter().find(|it| it.folder() == name)
    }

    /// The folder of the starter that is its own.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Azure => "azure",
        }
    }
}

/// What whoever starts a playbook decides.
#[derive(Clone, Copy, Debug)]
pub struct Choices<'a> {
    /// The name of the playbook, on every page.
    pub title: &'a str,
    /// The code of a language that a starter is there for.
    pub language: &'a str,
    /// Where it is checked; nowhere for a folder that needs the program alone.
    pub pipeline: Option<Pipeline>,
    /// The web address of the repository, once there is one.
    pub repository: Option<&'a str>,
    /// A mail or web address for whoever has no account there.
    pub contact: Option<&'a str>,
}
