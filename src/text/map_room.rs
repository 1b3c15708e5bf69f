//! The words of the room 地图. Each constant's words are its own explanation.

use super::{Lang, Words, words};

pub const MEASURE: Words = words("着色指标", "Coloured by");
pub const MAP: Words = words("乡镇地图", "Map of the townships");
pub const HOW: Words = words(
    "移到、触碰或用 Tab 键选中一个乡镇可看数字，单击或回车可看其各村。",
    "Point at, touch or tab to a township for its figures; click or press Enter for its villages.",
);
pub const NO_SHAPES: Words = words(
    "没有乡镇边界，因此用方格图代替。放入乡镇边界文件（GeoJSON，每个乡镇一个图形，name 属性为乡镇名）后显示地图。",
    "There are no boundaries, so tiles stand for the townships. Give a boundary file (GeoJSON, one feature per township, its property `name` the township’s name) for a map.",
);
pub const WITHOUT_SHAPE: Words = words("边界文件中没有的乡镇", "Townships without a shape");
pub const WITHOUT_TOWNSHIP: Words = words(
    "数据中没有的图形",
    "Shapes that are no township of the data",
);
pub const TABLE: Words = words("分乡镇数据", "The townships’ figures");
pub const OPENS_VILLAGES: Words = words(
    "回车或单击可看该乡镇各村",
    "Enter or click shows the township’s villages",
);
pub const CLOSE_VILLAGES: Words = words("返回各乡镇", "Back to the townships");

/// The heading of a township's villages.
pub fn villages_of(township: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{township}各村"),
        Lang::En => format!("Villages of {township}"),
    }
}

/// What the map shows, for those who do not see it.
pub fn summary(measure: &str, townships: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("按{measure}着色，共 {townships} 个乡镇；各乡镇数字见旁边的表。"),
        Lang::En => format!(
            "{townships} townships coloured by {measure}; the table beside has the figures."
        ),
    }
}
