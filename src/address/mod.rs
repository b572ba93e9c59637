//! Where everything lies in the site: the path of each page, list and file, and
//! how one is reached from another.

mod route;

pub use route::Route;
