//! One integration binary: what the product promises, room by room.
