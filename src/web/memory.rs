//! How does the wasm get its memory? By the allocator of rlsf: as fast as Rust's own, and a
//! third of its code. A plain list of what is free is slow among the many texts of a card.

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
