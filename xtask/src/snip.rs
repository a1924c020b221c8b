//! Which functions of the wasm can do no more than trap?
//!
//! A panic in the wasm has nowhere to write its message to: it formats it and
//! then traps. On the stable toolchain the standard library comes compiled with
//! all of that, 6 % of what a phone would load. So what never returns traps
//! at once, and what only it called is left out.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Result, bail};
use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{
    ElementItems, ExportItem, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module,
};

/// Functions of the type `fn(…) -> !` that are in every build. One that is not
/// there has another name in this version of the standard library.
const NEVER_RETURN: &[&str] = &[
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::panicking::",
    "__rustc::rust_begin_unwind",
];

/// Such functions that come and go with what the engine calls.
const SOMETIMES: &[&str] = &[
    "core::cell::panic_already_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
];

/// What formats a message and hands it on, and what waits for promises. It
/// stays in the table of functions that are called by number, where no tool can
/// see that nobody does.
const UNUSED: &[&[&str]] = &[
    &[
        "core::fmt::",
        "core::panic::",
        "std::panicking::",
        "as core::any::Any>",
    ],
    &["js_sys::futures::"],
];

/// Calls a closure of one type. wasm-bindgen exports those of the types that
/// are handed to JavaScript; js-sys brings more.
const INVOKE: &[&str] = &["wasm_bindgen::convert::closures::_::invoke"];

/// Cuts them out of the wasm in this file, which still has its names.
pub(crate) fn snip(wasm: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm)?;
    let absent: Vec<&str> = NEVER_RETURN
        .iter()
        .filter(|name| named(&module, &[name]).is_empty())
        .copied()
        .collect();
    if !absent.is_empty() {
        bail!(
            "no function of the wasm has {} in its name; with another toolchain, find the new \
             name for NEVER_RETURN in {}, or the wasm grows by 6 %",
            absent.join(", or "),
            file!()
        );
    }
    for id in named(&module, &[NEVER_RETURN, SOMETIMES].concat()) {
        cut(&mut module, id);
    }
    for names in UNUSED {
        let group = named(&module, names);
        // One of them that is called means that others may be, by number.
        if reached(&module, &group).is_disjoint(&group) {
            group.iter().for_each(|id| cut(&mut module, *id));
        }
    }
    let invoke = named(&module, INVOKE);
    for id in invoke.difference(&reached(&module, &invoke)) {
        cut(&mut module, *id);
    }
    module.emit_wasm_file(wasm)
}

fn named(module: &Module, names: &[&str]) -> HashSet<FunctionId> {
    let has_name = |name: &str| {
        let name = without_hashes(name);
        names.iter().any(|part| name.contains(part))
    };
    module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(has_name))
        .collect()
}

/// `core[0a1b]::fmt` as `core::fmt`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((hash, after)) if hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                rest = after;
            }
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain + rest
}

/// The functions that are called from outside or by number, the given ones
/// apart, and those that these call: what is used for more than a panic.
fn reached(module: &Module, apart: &HashSet<FunctionId>) -> HashSet<FunctionId> {
    let exports = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
    let numbered = module
        .elements
        .iter()
        .flat_map(|element| match &element.items {
            ElementItems::Functions(ids) => ids.clone(),
            ElementItems::Expressions(..) => Vec::new(),
        });
    let mut next: Vec<FunctionId> = numbered.filter(|id| !apart.contains(id)).collect();
    next.extend(exports);
    let mut reached = HashSet::new();
    while let Some(id) = next.pop() {
        if reached.insert(id)
            && let FunctionKind::Local(function) = &module.funcs.get(id).kind
        {
            let mut calls = Calls(&mut next);
            dfs_in_order(&mut calls, function, function.entry_block());
        }
    }
    reached
}

struct Calls<'c>(&'c mut Vec<FunctionId>);

impl<'instr> Visitor<'instr> for Calls<'_> {
    fn visit_call(&mut self, call: &Call) {
        self.0.push(call.func);
    }
}

/// Leaves nothing of a function but a trap.
fn cut(module: &mut Module, id: FunctionId) {
    let ty = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (ty.params().to_vec(), ty.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
    let trap: LocalFunction = builder.local_func(arguments);
    module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
}

#[cfg(test)]
mod tests {
    use super::without_hashes;

    #[test]
    fn names_lose_their_hashes_and_nothing_else() {
        assert_eq!(
            without_hashes("<core[c593]::fmt::Formatter>::pad"),
            "<core::fmt::Formatter>::pad"
        );
        assert_eq!(without_hashes("<[T] as x[0]::Y>::z"), "<[T] as x::Y>::z");
        assert_eq!(without_hashes("plain"), "plain");
    }
}
