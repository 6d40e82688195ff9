//! Lists of data: what stands in them, and whatever bytes stand in them.

mod lists;
mod mutated;
