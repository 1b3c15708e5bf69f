//! stub
pub struct Sheet {
    pub name: String,
    pub text: Vec<u8>,
}
pub enum WorkbookFault {
    NotAWorkbook,
    Encrypted,
    Damaged { sheet: Option<String> },
    TooLarge { limit: u64 },
}
pub fn sheets(_bytes: &[u8], _limit: u64) -> Result<Vec<Sheet>, WorkbookFault> {
    Err(WorkbookFault::NotAWorkbook)
}
