//! Asking for what was not typed: one line each, with what is taken for an empty one.
//! Where nobody sits, the default is taken, and can be said afterwards.

use std::io::{BufRead, Write};

/// One thing to be decided.
pub(super) struct Question<'a> {
    /// The flag that would have said it.
    pub flag: &'static str,
    /// What it is about, in the words of the person who is asked.
    pub ask: &'a str,
    /// What is taken when they say nothing; empty to leave it out.
    pub default: &'a str,
    /// What they may say; anything where there is no choice.
    pub choices: &'a [&'a str],
}

/// Somebody who answers, or nobody.
pub(super) struct Questions<'a> {
    answers: Option<&'a mut dyn BufRead>,
    output: &'a mut dyn Write,
    taken: Vec<String>,
}

impl<'a> Questions<'a> {
    pub fn new(answers: Option<&'a mut (impl BufRead + 'a)>, output: &'a mut impl Write) -> Self {
        let answers = answers.map(|it| it as &mut dyn BufRead);
        Self { answers, output, taken: Vec::new() }
    }

    /// What was typed, or is answered now, or is taken when there is nobody to ask.
    pub fn answer(&mut self, typed: Option<&str>, question: &Question<'_>) -> String {
        if let Some(typed) = typed {
            return typed.to_owned();
        }
        let asked = self.ask(question);
        asked.unwrap_or_else(|| {
            if !question.default.is_empty() {
                self.taken.push(format!("--{} \"{}\"", question.flag, question.default));
            }
            question.default.to_owned()
        })
    }

    /// The same, asked again as long as an answer has a fault, which is said. What was typed
    /// is asked for too if it has one, and whoever cannot be asked is told later.
    pub fn answer_without(
        &mut self,
        fault: impl Fn(&str) -> Option<String>,
        typed: Option<&str>,
        question: &Question<'_>,
    ) -> String {
        let mut typed = typed;
        loop {
            let answer = self.answer(typed, question);
            let Some(fault) = fault(&answer).filter(|_| self.answers.is_some()) else {
                return answer;
            };
            // A fault that cannot be shown is told at the end.
            if writeln!(self.output, "{fault}").is_err() {
                return answer;
            }
            typed = None;
        }
    }

    /// What was taken without asking, as it could have been typed.
    pub fn taken(self) -> Vec<String> {
        self.taken
    }

    fn ask(&mut self, question: &Question<'_>) -> Option<String> {
        let Question { ask, default, choices, .. } = question;
        let choice =
            if choices.is_empty() { String::new() } else { format!(" ({})", choices.join(", ")) };
        let empty = if default.is_empty() { "leave it out" } else { default };
        loop {
            let answers = self.answers.as_mut()?;
            // A question that cannot be shown is answered by its default.
            write!(self.output, "{ask}{choice} [{empty}]: ").ok()?;
            self.output.flush().ok()?;
            let mut line = String::new();
            if answers.read_line(&mut line).ok()? == 0 {
                // Whoever sat there has left: nothing else is asked.
                self.answers = None;
                return None;
            }
            let answer = line.trim();
            if answer.is_empty() {
                return Some((*default).to_owned());
            }
            if choices.is_empty() || choices.contains(&answer) {
                return Some(answer.to_owned());
            }
            writeln!(self.output, "\"{answer}\" is none of them: {}", choices.join(", ")).ok()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Question, Questions};

    const CI: Question<'static> = Question {
        flag: "ci",
        ask: "Where it is checked",
        default: "none",
        choices: &["github", "none"],
    };
    const TITLE: Question<'static> =
        Question { flag: "title", ask: "What it is called", default: "AI playbook", choices: &[] };

    fn asked(answers: Option<&str>) -> (String, String, Vec<String>, String) {
        let mut input = answers.unwrap_or_default().as_bytes();
        let mut shown = Vec::new();
        let mut questions = Questions::new(answers.map(|_| &mut input), &mut shown);
        let title = questions.answer(None, &TITLE);
        let ci = questions.answer(None, &CI);
        let said = questions.taken();
        (title, ci, said, String::from_utf8(shown).unwrap())
    }

    #[test]
    fn somebody_is_asked_again_until_the_answer_is_a_choice() {
        let (title, ci, said, shown) = asked(Some("\ncircle\ngithub\n"));
        assert_eq!((title.as_str(), ci.as_str()), ("AI playbook", "github"));
        assert!(said.is_empty());
        assert_eq!(
            shown,
            "What it is called [AI playbook]: Where it is checked (github, none) [none]: \
             \"circle\" is none of them: github, none\nWhere it is checked (github, none) [none]: "
        );
    }

    #[test]
    fn an_answer_with_a_fault_is_asked_for_again_and_no_other_is_lost() {
        let mut input = "two\nthree\n".as_bytes();
        let mut shown = Vec::new();
        let mut questions = Questions::new(Some(&mut input), &mut shown);
        let fault = |it: &str| (it != "three").then(|| format!("\"{it}\" is wrong"));
        assert_eq!(questions.answer_without(fault, Some("one"), &TITLE), "three");
        drop(questions);
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.starts_with("\"one\" is wrong\nWhat it is called"), "{shown}");
        assert!(shown.contains("\"two\" is wrong"), "{shown}");
        let mut unseen = Vec::new();
        let mut nobody = Questions::new(None::<&mut &[u8]>, &mut unseen);
        assert_eq!(nobody.answer_without(fault, Some("one"), &TITLE), "one");
    }

    #[test]
    fn where_nobody_sits_the_defaults_are_taken_and_said() {
        for answers in [None, Some("")] {
            let (title, ci, said, _) = asked(answers);
            assert_eq!((title.as_str(), ci.as_str()), ("AI playbook", "none"));
            assert_eq!(said, ["--title \"AI playbook\"", "--ci \"none\""]);
        }
    }

    #[test]
    fn what_was_typed_is_not_asked_for() {
        let mut shown = Vec::new();
        let mut input = "other\n".as_bytes();
        let mut questions = Questions::new(Some(&mut input), &mut shown);
        assert_eq!(questions.answer(Some("Ours"), &TITLE), "Ours");
        drop(questions);
        assert!(shown.is_empty());
    }
}
