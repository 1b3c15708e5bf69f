//! The sheets of a workbook, each read as a table of its own.

use crate::intake::faults::Faults;
use crate::intake::file_read::FileRead;
use crate::intake::finding::{Outcome, Problem, Separator};
use crate::intake::recognise::{Asked, HEAD, Recognition, recognise_sheet};
use crate::intake::workbook::{self, Sheet, WorkbookFault};

use super::{LARGEST_TEXT, Session, Wanted};

/// Bytes of a sheet's text fed at a time.
const SLICE: usize = 1 << 20;

impl Session {
    /// Reads the sheets of a workbook. A sheet without any cell is none.
    pub(super) fn settle_workbook(&mut self, bytes: &[u8], file: FileRead, mut faults: Faults) {
        match workbook::sheets(bytes, LARGEST_TEXT) {
            Ok(sheets) => {
                let is_blank = |sheet: &Sheet| {
                    let none = |b: &u8| b.is_ascii_whitespace() || *b == Separator::Unit.byte();
                    !sheet.is_damaged && sheet.text.iter().all(none)
                };
                let full: Vec<Sheet> = sheets
                    .into_iter()
                    .filter(|sheet| !is_blank(sheet))
                    .collect();
                if full.is_empty() {
                    faults.of_file(Problem::EmptyFile, Outcome::FileSetAside);
                    return self.keep(file, faults);
                }
                for sheet in full {
                    self.read_sheet(&file, &sheet);
                }
            }
            Err(fault) => {
                faults.of_file(problem(fault), Outcome::FileSetAside);
                self.keep(file, faults);
            }
        }
    }

    fn read_sheet(&mut self, workbook: &FileRead, sheet: &Sheet) {
        // The workbook's own number: it was counted when it was opened.
        self.given = workbook.given;
        if sheet.is_damaged {
            return self.keep_damaged(workbook, sheet);
        }
        let choices = self.choices(&sheet.name);
        let asked = Asked {
            choices: &choices,
            shapes: &self.before.profile.shapes,
        };
        let size = sheet.text.len() as u64;
        let head = &sheet.text[..sheet.text.len().min(HEAD)];
        let recognition: Recognition = recognise_sheet(head, size, asked);
        let file = FileRead {
            bytes: workbook.bytes,
            ..self.file(&workbook.name, Some(&sheet.name), size, &sheet.text)
        };
        let (open, wanted) = self.opened(file, recognition, size, head);
        self.given = workbook.given + 1;
        self.open = Some(open);
        if let Wanted::From(start) = wanted {
            let rest = sheet.text.get(start as usize..).unwrap_or(&[]);
            for part in rest.chunks(SLICE) {
                self.feed(part.len(), |into| into.copy_from_slice(part));
            }
        }
        self.close();
    }

    /// Keeps a sheet that cannot be read as a file of its own, with what is wrong with it.
    fn keep_damaged(&mut self, workbook: &FileRead, sheet: &Sheet) {
        let file = FileRead {
            bytes: workbook.bytes,
            ..self.file(&workbook.name, Some(&sheet.name), 0, &[])
        };
        let mut faults = Faults::new(self.intake.files.len() as u32, &[]);
        let name = Some(sheet.name.clone());
        faults.of_file(
            Problem::DamagedWorkbook { sheet: name },
            Outcome::FileSetAside,
        );
        self.given = workbook.given + 1;
        self.keep(file, faults);
    }

    fn keep(&mut self, mut file: FileRead, faults: Faults) {
        file.findings_total = faults.total;
        file.findings = faults.kept;
        self.intake.files.push(file);
    }
}

fn problem(fault: WorkbookFault) -> Problem {
    match fault {
        WorkbookFault::NotAWorkbook
        | WorkbookFault::ZipOfSomethingElse
        | WorkbookFault::CompoundFileOfSomethingElse => Problem::NotAWorkbook,
        WorkbookFault::BinaryWorkbook | WorkbookFault::OfExcel95 => Problem::OtherWorkbook,
        WorkbookFault::Encrypted => Problem::EncryptedWorkbook,
        WorkbookFault::Damaged { sheet } => Problem::DamagedWorkbook { sheet },
        WorkbookFault::TooLarge { limit, .. } => Problem::TooLarge { limit },
    }
}
