//! Why something could not be done, as a sentence that ends with what to do.

use crate::worker::protocol::Failure;

use super::Lang;
use super::data_room::megabytes;

/// The sentence for a failure.
pub fn sentence(failure: &Failure, lang: Lang) -> String {
    match lang {
        Lang::Zh => chinese(failure),
        Lang::En => english(failure),
    }
}

fn chinese(failure: &Failure) -> String {
    match failure {
        Failure::NoLoans => {
            "没有可以统计的贷款：请放入至少一份贷款台账，并看下面各文件中标出的问题。".to_owned()
        }
        Failure::NotReady => "数据尚未读完或统计时点未定，请稍候或先确定统计时点。".to_owned(),
        Failure::NoSuchCheck => "没有这项检查。".to_owned(),
        Failure::NoSuchLoan => "找不到这笔贷款：数据可能已经换过，请重新筛选。".to_owned(),
        Failure::NoSuchTable => {
            "读不到这份文件：可能已被移动、删除或改动，请重新放入。".to_owned()
        }
        Failure::PassphraseTooShort => {
            "口令太短或太简单：至少 8 个字符，其中至少 4 个不同的字符。请与对方商定后再输入。".to_owned()
        }
        Failure::TooLarge { needed, available } => format!(
            "这些文件约需要 {} 内存，本浏览器最多给本页约 {}，因此没有读取。请分批放入，或换用 64 位的 Edge、Chrome。",
            megabytes(*needed),
            megabytes(*available)
        ),
        Failure::OutOfMemory => {
            "浏览器给本页面的内存已经用完，这次读取没有完成；原有结果仍可使用。请关闭其他页面，或分批放入文件。"
                .to_owned()
        }
        Failure::Panicked { message } => format!(
            "后台计算出错并已停止，您的文件没有被改动；请重新读取，若再次出错，请把这段文字转告维护人员：{message}"
        ),
        Failure::Browser { message } => format!(
            "浏览器没有完成这一步：{message}。请确认文件没有被移动、删除或被其他程序占用，然后再试一次。"
        ),
        Failure::Stopped => "已停止读取，原有结果没有改变。".to_owned(),
    }
}

fn english(failure: &Failure) -> String {
    match failure {
        Failure::NoLoans => {
            "There is no loan to report on: give at least one loan file, and see the problems marked below.".to_owned()
        }
        Failure::NotReady => {
            "The data are not read yet, or the as-of date is not set: wait a moment, or set the date.".to_owned()
        }
        Failure::NoSuchCheck => "There is no such check.".to_owned(),
        Failure::NoSuchLoan => {
            "There is no such loan: the data may have changed; filter again.".to_owned()
        }
        Failure::NoSuchTable => {
            "The file cannot be read any more: it may have been moved, deleted or changed. Give it again.".to_owned()
        }
        Failure::PassphraseTooShort => {
            "The passphrase is too short or too plain: at least 8 characters, 4 of them different. Agree on another one.".to_owned()
        }
        Failure::TooLarge { needed, available } => format!(
            "These files need about {} of memory and this browser gives the page about {}, so nothing was read. Give fewer at once, or use a 64-bit Edge or Chrome.",
            megabytes(*needed),
            megabytes(*available)
        ),
        Failure::OutOfMemory => {
            "The memory this browser gives a page is used up, and this reading was not finished; the earlier result stands. Close other pages, or give fewer files.".to_owned()
        }
        Failure::Panicked { message } => format!(
            "The computing stopped by a fault of its own; your files are untouched. Read them again; if it happens again, pass these words on: {message}"
        ),
        Failure::Browser { message } => format!(
            "The browser did not do it: {message}. Make sure that the file was not moved, deleted or opened by another program, and try again."
        ),
        Failure::Stopped => "The reading was stopped; the earlier result stands.".to_owned(),
    }
}
