//! What a person has said of the files, step by step, so that it can be taken back and put again.

use crate::report::{FileChoices, Profile};

use super::protocol::BeforeReading;

/// What was said now, before, and after what was taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<BeforeReading>,
    now: BeforeReading,
    future: Vec<BeforeReading>,
}

impl History {
    /// What holds now.
    pub fn now(&self) -> &BeforeReading {
        &self.now
    }

    /// Whether anything can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether anything that was taken back can be put again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes back what was said last.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Puts again what was taken back last.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
    }

    /// Says something new of one file given; what was taken back is then gone.
    pub fn say(&mut self, given: usize, choices: FileChoices) {
        self.step(|now| {
            let missing = (given + 1).saturating_sub(now.choices.len());
            now.choices.extend((0..missing).map(|_| None));
            now.choices[given] = Some(choices);
        });
    }

    /// Settles something for files of known shapes and for places.
    pub fn settle(&mut self, profile: Profile) {
        self.step(|now| now.profile = profile);
    }

    fn step(&mut self, change: impl FnOnce(&mut BeforeReading)) {
        let mut next = self.now.clone();
        change(&mut next);
        if next != self.now {
            self.past.push(std::mem::replace(&mut self.now, next));
            self.future.clear();
        }
    }

    /// Forgets what was ever said of a file that was taken away; the files behind it move up.
    pub fn remove_file(&mut self, given: usize) {
        let all = self.past.iter_mut().chain(&mut self.future);
        for said in all.chain([&mut self.now]) {
            if given < said.choices.len() {
                said.choices.remove(given);
            }
        }
        self.past.dedup();
        self.future.dedup();
    }

    /// Forgets what was said of single files; what was settled for shapes stays.
    pub fn remove_files(&mut self) {
        *self = History {
            now: BeforeReading {
                choices: Vec::new(),
                ..self.now.clone()
            },
            ..History::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Choices, Encoding};

    fn said(encoding: Encoding) -> FileChoices {
        let choices = Choices {
            encoding: Some(encoding),
            ..Choices::NONE
        };
        FileChoices::from([(String::new(), choices)])
    }

    #[test]
    fn what_is_taken_back_can_be_put_again_until_something_new_is_said() {
        let mut history = History::default();
        history.say(1, said(Encoding::Gb18030));
        let first = history.now().clone();
        history.say(1, said(Encoding::Utf8));
        history.undo();
        assert_eq!(history.now(), &first);
        history.redo();
        assert_eq!(history.now().choices[1], Some(said(Encoding::Utf8)));
        history.undo();
        history.say(0, said(Encoding::Utf16Le));
        assert!(!history.can_redo());
        history.undo();
        history.undo();
        assert!(!history.can_undo());
        assert_eq!(history.now(), &BeforeReading::default());
    }

    #[test]
    fn saying_what_holds_already_is_no_step() {
        let mut history = History::default();
        history.say(0, said(Encoding::Utf8));
        history.say(0, said(Encoding::Utf8));
        history.undo();
        assert!(!history.can_undo());
    }

    #[test]
    fn a_file_taken_away_takes_its_choices_out_of_every_step() {
        let mut history = History::default();
        history.say(0, said(Encoding::Gb18030));
        history.say(1, said(Encoding::Utf16Be));
        history.remove_file(0);
        assert_eq!(history.now().choices, [Some(said(Encoding::Utf16Be))]);
        history.undo();
        assert_eq!(history.now().choices.first().cloned().flatten(), None);
    }
}
