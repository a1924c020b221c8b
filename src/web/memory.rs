//! How does the wasm get its memory? By a list of what is free: the standard allocator is
//! seven times the code.

use lol_alloc::{FreeListAllocator, LockedAllocator};

#[global_allocator]
static MEMORY: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());
