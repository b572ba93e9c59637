//! The playbook as it was at a revision: which one that is, and its sources as a
//! reading of the disk would have given them. Deliberately absent: what differs.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{SETTINGS, nearest};

use super::error::LoadError;
use super::git::{self, Answer};
use super::reader::Reader;
use super::revision::RevisionTree;
use super::sources::Sources;

/// The folders and files that a playbook is read from.
const PARTS: [&str; 4] = ["content", "static", "themes", SETTINGS];

/// A playbook as it was.
#[derive(Debug)]
pub struct Earlier {
    /// The commit that it is of: where what lies here left the revision that was asked
    /// for.
    pub commit: String,
    /// What was there, or why it is no playbook.
    pub sources: Result<Sources, LoadError>,
    /// Two states are being merged in the work tree, and nobody has ended it.
    pub is_merging: bool,
}

/// Why nothing can be said of a revision.
#[derive(Debug)]
pub enum HistoryError {
    /// The program could not be started.
    NoGit(io::Error),
    /// No repository holds the playbook.
    NoRepository {
        /// The folder of the playbook.
        root: PathBuf,
    },
    /// There is no such revision.
    NoRevision {
        /// What was asked for.
        revision: String,
        /// The name of a branch or tag that is nearly the same.
        near: Option<String>,
        /// Only the newest commits were fetched.
        is_shallow: bool,
    },
    /// The revision and what lies here have no commit in common.
    Unrelated {
        /// What was asked for.
        revision: String,
        /// Only the newest commits were fetched.
        is_shallow: bool,
    },
    /// Git will not, for a reason of its own.
    Refused {
        /// In its own words.
        said: String,
    },
}

impl Reader {
    /// Reads the playbook as it was at a revision, or where that one and what is checked
    /// out here parted. What has not changed since the last reading costs nothing.
    pub fn load_at(&self, revision: &str) -> Result<Earlier, HistoryError> {
        let repository = Repository::around(self.root())?;
        let commit = repository.base(revision)?;
        let listed = repository.listed(&commit)?;
        let changed = repository.changed(&commit)?;
        let tree = RevisionTree::new(self.root(), &listed, &changed, self.seen())
            .map_err(HistoryError::NoGit)?;
        let sources = self.sharing(Box::new(tree)).load();
        // An object that is not there is no page that was not there.
        let refused = sources.as_ref().ok().and_then(Sources::unreadable);
        match refused {
            Some(said) => Err(HistoryError::Refused { said }),
            None => Ok(Earlier { commit, sources, is_merging: repository.is_merging()? }),
        }
    }
}

/// A repository, seen from the folder of a playbook in it.
struct Repository<'a> {
    root: &'a Path,
    is_shallow: bool,
    /// The way from the repository's top to the playbook; empty at the top.
    prefix: String,
}

impl<'a> Repository<'a> {
    fn around(root: &'a Path) -> Result<Self, HistoryError> {
        let question = ["rev-parse", "--is-shallow-repository", "--show-prefix"];
        match git::ask(root, question).map_err(HistoryError::NoGit)? {
            Answer::Yes(answer) => {
                let answer = String::from_utf8_lossy(&answer);
                let (is_shallow, prefix) = answer.split_once('\n').unwrap_or_default();
                let prefix = prefix.trim_end_matches('\n').trim_end_matches('/').to_owned();
                Ok(Self { root, is_shallow: is_shallow == "true", prefix })
            }
            Answer::No(said) if said.contains("not a git repository") => {
                Err(HistoryError::NoRepository { root: root.to_owned() })
            }
            Answer::No(said) => Err(HistoryError::Refused { said }),
        }
    }

    fn ask<const N: usize>(&self, question: [&str; N]) -> Result<Answer, HistoryError> {
        git::ask(self.root, question).map_err(HistoryError::NoGit)
    }

    /// The commit where what is checked out and a revision parted.
    fn base(&self, revision: &str) -> Result<String, HistoryError> {
        let Some(commit) = self.commit(revision)? else {
            return Err(self.no_revision(revision)?);
        };
        // What somebody else has changed since is no part of what is proposed here.
        match self.ask(["merge-base", "HEAD", &commit])? {
            Answer::Yes(base) => Ok(String::from_utf8_lossy(&base).trim().to_owned()),
            // Before the first commit there is nothing that could have parted.
            Answer::No(_) if self.commit("HEAD")?.is_none() => Ok(commit),
            Answer::No(_) => Err(HistoryError::Unrelated {
                revision: revision.to_owned(),
                is_shallow: self.is_shallow,
            }),
        }
    }

    fn commit(&self, revision: &str) -> Result<Option<String>, HistoryError> {
        // Git would take it for an option.
        if revision.starts_with('-') {
            return Ok(None);
        }
        let question = ["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")];
        Ok(match self.ask(question)? {
            Answer::Yes(commit) => Some(String::from_utf8_lossy(&commit).trim().to_owned()),
            Answer::No(_) => None,
        })
    }

    fn no_revision(&self, revision: &str) -> Result<HistoryError, HistoryError> {
        let names = match self.ask(["for-each-ref", "--format=%(refname:short)"])? {
            Answer::Yes(names) => String::from_utf8_lossy(&names).into_owned(),
            Answer::No(_) => String::new(),
        };
        // `main` for `origin/main` is what pipelines mostly mean, which fetch no branches.
        let of_remote = names
            .lines()
            .find(|name| name.split_once('/').is_some_and(|(_, name)| name == revision));
        let near = of_remote.or_else(|| nearest(revision, names.lines()));
        Ok(HistoryError::NoRevision {
            revision: revision.to_owned(),
            near: near.map(str::to_owned),
            is_shallow: self.is_shallow,
        })
    }

    /// Every file of the playbook at a commit, as git lists them.
    fn listed(&self, commit: &str) -> Result<Vec<u8>, HistoryError> {
        let tree = format!("{commit}:{}", self.prefix);
        if let Answer::No(_) = self.ask(["rev-parse", "--verify", "--quiet", &tree])? {
            // The folder came later.
            return Ok(Vec::new());
        }
        let question = ["ls-tree", "-r", "-l", "-z", "--full-tree", &tree];
        match git::ask(self.root, question.into_iter().chain(PARTS)).map_err(HistoryError::NoGit)? {
            Answer::Yes(listed) => Ok(listed),
            Answer::No(said) => Err(HistoryError::Refused { said }),
        }
    }

    /// Paths of the work tree that may differ from a commit. By their stamps alone: no
    /// file is opened for it.
    fn changed(&self, commit: &str) -> Result<BTreeSet<String>, HistoryError> {
        let question = [
            "diff-index",
            "--name-only",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--relative",
            "--ignore-submodules=all",
            commit,
            "--",
        ];
        match git::ask(self.root, question.into_iter().chain(PARTS)).map_err(HistoryError::NoGit)? {
            Answer::Yes(paths) => {
                let paths = paths.split(|byte| *byte == 0);
                Ok(paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect())
            }
            Answer::No(said) => Err(HistoryError::Refused { said }),
        }
    }

    fn is_merging(&self) -> Result<bool, HistoryError> {
        Ok(self.commit("MERGE_HEAD")?.is_some())
    }
}

impl HistoryError {
    /// What the program ends with.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoGit(_) | Self::Refused { .. } => 4,
            Self::NoRepository { .. } | Self::NoRevision { .. } | Self::Unrelated { .. } => 2,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Vec<String> {
        const SHALLOW: [&str; 4] = [
            "on GitHub, write `fetch-depth: 0` below `with:` of `actions/checkout`",
            "on GitLab, write `GIT_DEPTH: 0` below `variables:` of the job",
            "on Azure, write `fetchDepth: 0` below `- checkout: self`",
            "here, run `git fetch --unshallow`",
        ];
        let help: &[&str] = match self {
            Self::NoGit(_) => &["install `git`, or put its folder into PATH"],
            Self::NoRepository { .. } => {
                &["leave the revision out to check everything, or run `git init` and commit"]
            }
            Self::NoRevision { is_shallow: true, .. }
            | Self::Unrelated { is_shallow: true, .. } => &SHALLOW,
            Self::NoRevision { near: Some(near), .. } => {
                return vec![format!("did you mean `{near}`?")];
            }
            Self::NoRevision { .. } => &["`git branch --all` lists what there is"],
            Self::Unrelated { .. } => &["name a branch that this one was made from"],
            Self::Refused { said } if said.contains("safe.directory") => {
                &["the folder belongs to somebody else: run the command that git names above"]
            }
            Self::Refused { .. } => {
                &["where only a part of the files was fetched, fetch without `filter`"]
            }
        };
        help.iter().map(|help| (*help).to_owned()).collect()
    }
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fetched = |is_shallow: &bool| match is_shallow {
            true => ": only the newest commits were fetched",
            false => "",
        };
        match self {
            Self::NoGit(error) => write!(f, "git cannot be started: {error}"),
            Self::NoRepository { root } => {
                write!(
                    f,
                    "no git repository holds {}: there is nothing to compare with",
                    root.display()
                )
            }
            Self::NoRevision { revision, is_shallow, .. } => {
                write!(f, "there is no revision \"{revision}\" here{}", fetched(is_shallow))
            }
            Self::Unrelated { revision, is_shallow } => {
                let fetched = fetched(is_shallow);
                write!(f, "this branch and \"{revision}\" have no commit in common{fetched}")
            }
            Self::Refused { said } => write!(f, "git says: {said}"),
        }
    }
}

impl std::error::Error for HistoryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoGit(error) => Some(error),
            _ => None,
        }
    }
}
