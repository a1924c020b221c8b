//! Where does the wasm get its memory?

#[cfg(not(feature = "glance"))]
use lol_alloc::FreeListAllocator;
#[cfg(feature = "glance")]
use lol_alloc::LeakingAllocator;
use lol_alloc::LockedAllocator;

/// A sorted list of free blocks, joined with their neighbours when they are
/// given back. A card needs some hundred small blocks and gives all of them
/// back, so the list stays short; Rust's own allocator, made for programs with
/// millions, is over ten times the code.
#[cfg(not(feature = "glance"))]
#[global_allocator]
static MEMORY: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());

/// A first look takes some kilobytes and gives nothing back, which is half of the code of
/// whatever holds memory; `www/look.js` begins anew after some of them.
#[cfg(feature = "glance")]
#[global_allocator]
static MEMORY: LockedAllocator<LeakingAllocator> = LockedAllocator::new(LeakingAllocator::new());
