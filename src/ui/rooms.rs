//! The register of rooms: one line each, in the order in which the work goes.

use leptos::prelude::{AnyView, IntoAny, IntoView};

use crate::text::{Words, pages as words};

use super::pages;
use super::state::State;

/// A room of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// 数据
    Data,
    /// 总览
    Overview,
    /// 地图
    Map,
    /// 台账
    Register,
    /// 处置
    Disposition,
    /// 到期
    Maturities,
    /// 合规与贴息
    Compliance,
    /// 信用村
    CreditVillages,
}

/// What the row of tabs needs to know of a room.
#[derive(Clone, Copy)]
pub struct RoomEntry {
    /// The room.
    pub room: Room,
    /// Part of the ids of its tab.
    pub id: &'static str,
    /// Its name.
    pub name: Words,
    /// What stands in it.
    pub view: fn(State) -> AnyView,
}

/// All rooms, in order.
pub const ROOMS: &[RoomEntry] = &[
    entry(Room::Data, "data", words::ROOM_DATA, data),
    entry(Room::Overview, "overview", words::ROOM_OVERVIEW, overview),
    entry(Room::Map, "map", words::ROOM_MAP, map),
    entry(Room::Register, "register", words::ROOM_REGISTER, register),
    entry(
        Room::Disposition,
        "disposition",
        words::ROOM_DISPOSITION,
        disposition,
    ),
    entry(
        Room::Maturities,
        "maturities",
        words::ROOM_MATURITIES,
        maturities,
    ),
    entry(
        Room::Compliance,
        "compliance",
        words::ROOM_COMPLIANCE,
        compliance,
    ),
    entry(
        Room::CreditVillages,
        "villages",
        words::ROOM_CREDIT_VILLAGES,
        villages,
    ),
];

const fn entry(room: Room, id: &'static str, name: Words, view: fn(State) -> AnyView) -> RoomEntry {
    RoomEntry {
        room,
        id,
        name,
        view,
    }
}

fn data(state: State) -> AnyView {
    pages::data::DataRoom(pages::data::DataRoomProps { state })
        .into_view()
        .into_any()
}

fn overview(state: State) -> AnyView {
    pages::with_report(state, |state, report| {
        pages::overview::overview(state, report).into_any()
    })
}

fn map(state: State) -> AnyView {
    pages::with_report(state, |state, report| {
        pages::map::map(state, report).into_any()
    })
}

fn register(state: State) -> AnyView {
    pages::with_report(state, |state, report| {
        pages::register::register(state, report).into_any()
    })
}

fn disposition(state: State) -> AnyView {
    pages::with_policy(state, |state, report, policy| {
        pages::disposition::disposition(state, report, policy).into_any()
    })
}

fn compliance(state: State) -> AnyView {
    pages::with_policy(state, |state, report, policy| {
        pages::compliance::compliance(state, report, policy).into_any()
    })
}

fn maturities(state: State) -> AnyView {
    pages::with_report(state, |state, report| {
        pages::maturities::maturities(state, report).into_any()
    })
}

fn villages(state: State) -> AnyView {
    pages::with_report(state, |state, report| {
        pages::credit_villages::credit_villages(state, report).into_any()
    })
}
