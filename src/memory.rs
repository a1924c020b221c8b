//! Where does the wasm get its memory?

use lol_alloc::{FreeListAllocator, LockedAllocator};

/// A sorted list of free blocks, joined with their neighbours when they are
/// given back. A card needs some hundred small blocks and gives all of them
/// back, so the list stays short; Rust's own allocator, made for programs with
/// millions, is over ten times the code.
#[global_allocator]
static MEMORY: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());
