//! How does one wasm become two, of which the second may come later?
//!
//! A patient waits for the answer, not for what stands under it. So the functions
//! that only [`GATES`] need go into a second module, which shares memory, tables
//! and stack with the first one, and so do the words that only it shows. A gate is
//! called by its place in the table of functions, where the second module puts it
//! when it comes; until then nobody calls it (`src/web/rest.rs`).

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::ir::{Call, Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, Data, DataId, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder,
    FunctionId, FunctionKind, GlobalKind, ImportedFunction, LocalFunction, MemoryId, Module,
    RawCustomSection, TableId,
};

/// Functions by which the first part calls the second one, by a part of their names.
const GATES: &[&str] = &[
    "::Writer::rest::h",
    "::Inner::closer::h",
    "::details::voices::h",
];

/// Under which name the second part imports what the first one exports.
const FIRST: &str = "first";

/// Writes both parts. `words` are the runs of bytes in memory that only the second
/// part reads, `style` is what it brings along for the style sheet.
pub(crate) fn split(
    whole: &Path,
    [first, second]: [&Path; 2],
    words: &[Vec<u8>],
    style: Vec<u8>,
) -> Result<()> {
    let parts = Parts::of(&Module::from_file(whole)?, words)?;
    let (mut later, shared) = parts.second(Module::from_file(whole)?)?;
    later.customs.add(RawCustomSection {
        name: "style".to_owned(),
        data: style,
    });
    later.emit_wasm_file(second)?;
    let mut now = parts.first(Module::from_file(whole)?, &shared)?;
    now.emit_wasm_file(first)
}

/// Which functions belong where, by their places in the module.
struct Parts {
    gates: Vec<usize>,
    /// All of the second part; the gates are among them.
    second: HashSet<usize>,
    /// Where in memory the words of the second part are.
    words: Vec<Range<usize>>,
}

/// What the first part exports for the second one, with the name under which it does.
type Shared = BTreeMap<Item, String>;

/// Something in a module, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Function(usize),
    Global(usize),
    Memory(usize),
    Table(usize),
}

impl Parts {
    fn of(module: &Module, words: &[Vec<u8>]) -> Result<Self> {
        let mut gates = Vec::new();
        for name in GATES {
            let named = |id: &FunctionId| {
                let full = module.funcs.get(*id).name.as_deref();
                full.is_some_and(|full| full.contains(name))
            };
            let locals = module.funcs.iter_local().map(|(id, _)| id);
            let found: Vec<FunctionId> = locals.filter(named).collect();
            let [gate] = found[..] else {
                bail!(
                    "{} functions of the wasm have {name} in their names, not one; is it \
                     #[inline(never)], and is there one of that name in {}?",
                    found.len(),
                    file!()
                );
            };
            gates.push(gate.index());
        }
        let first = reached(module, &gates);
        let locals = module.funcs.iter_local().map(|(id, _)| id.index());
        Ok(Self {
            second: locals.filter(|id| !first.contains(id)).collect(),
            gates,
            words: ranges(module, words)?,
        })
    }

    /// The second part, and what it needs of the first one.
    fn second(&self, mut module: Module) -> Result<(Module, Shared)> {
        let table = functions(&module)?;
        let start = module.tables.get(table).initial;
        self.lengthen(&mut module, table);
        for id in ids(module.exports.iter().map(|export| export.id())) {
            module.exports.delete(id);
        }
        for id in ids(module.elements.iter().map(|element| element.id())) {
            module.elements.delete(id);
        }
        let memory = memory(&module)?;
        module.memories.get_mut(memory).data_segments.clear();
        for (id, start) in segments(&module)? {
            let bytes = std::mem::take(&mut module.data.get_mut(id).value);
            module.data.delete(id);
            for range in &self.words {
                if let Some(words) = within(&bytes, start, range.clone()) {
                    put(&mut module, memory, range.start, words)?;
                }
            }
        }
        module.start = None;
        let mut imported = BTreeMap::new();
        for id in ids(module.funcs.iter_local().map(|(id, _)| id)) {
            if !self.second.contains(&id.index()) {
                let name = format!("f{}", id.index());
                let import = module.imports.add(FIRST, &name, id);
                let ty = module.funcs.get(id).ty();
                let kind = FunctionKind::Import(ImportedFunction { import, ty });
                module.funcs.get_mut(id).kind = kind;
                imported.insert(import, Item::Function(id.index()));
            }
        }
        for id in ids(module.globals.iter().map(|global| global.id())) {
            let import = module.imports.add(FIRST, "", id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
            imported.insert(import, Item::Global(id.index()));
        }
        for id in ids(module.memories.iter().map(|memory| memory.id())) {
            let import = module.imports.add(FIRST, "", id);
            let memory = module.memories.get_mut(id);
            memory.import = Some(import);
            imported.insert(import, Item::Memory(id.index()));
        }
        for id in ids(module.tables.iter().map(|table| table.id())) {
            let import = module.imports.add(FIRST, "", id);
            let table = module.tables.get_mut(id);
            table.import = Some(import);
            table.elem_segments.clear();
            imported.insert(import, Item::Table(id.index()));
        }
        let gates = self.gates.iter().map(|gate| function(&module, *gate));
        let gates = gates.collect::<Result<Vec<_>>>()?;
        let offset = ConstExpr::Value(Value::I32(i32::try_from(start)?));
        let segment = module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(gates),
        );
        module.tables.get_mut(table).elem_segments.insert(segment);
        walrus::passes::gc::run(&mut module);
        let mut shared = Shared::new();
        for import in module.imports.iter_mut() {
            if let Some(item) = imported.get(&import.id()) {
                import.name = short(shared.len());
                shared.insert(*item, import.name.clone());
            }
        }
        Ok((module, shared))
    }

    /// The first part.
    fn first(&self, mut module: Module, shared: &Shared) -> Result<Module> {
        let table = functions(&module)?;
        let start = module.tables.get(table).initial;
        self.lengthen(&mut module, table);
        for (number, gate) in self.gates.iter().enumerate() {
            let place = i32::try_from(start)? + i32::try_from(number)?;
            let gate = function(&module, *gate)?;
            jump(&mut module, gate, table, place);
        }
        for (item, name) in shared {
            let item = match item {
                Item::Function(place) => function(&module, *place)?.into(),
                Item::Global(place) => {
                    let mut all = module.globals.iter().map(|global| global.id());
                    ExportItem::Global(all.find(|id| id.index() == *place).context("a global")?)
                }
                Item::Memory(place) => {
                    let mut all = module.memories.iter().map(|memory| memory.id());
                    ExportItem::Memory(all.find(|id| id.index() == *place).context("a memory")?)
                }
                Item::Table(place) => {
                    let mut all = module.tables.iter().map(|table| table.id());
                    ExportItem::Table(all.find(|id| id.index() == *place).context("a table")?)
                }
            };
            module.exports.add(name, item);
        }
        let memory = memory(&module)?;
        for (id, start) in segments(&module)? {
            let bytes = module.data.get(id).value.clone();
            let end = start + bytes.len();
            let mut cut: Vec<&Range<usize>> = (self.words.iter())
                .filter(|range| start <= range.start && range.end <= end)
                .collect();
            if cut.is_empty() {
                continue;
            }
            cut.sort_by_key(|range| range.start);
            module.data.delete(id);
            module.memories.get_mut(memory).data_segments.remove(&id);
            let starts = [start].into_iter().chain(cut.iter().map(|range| range.end));
            let ends = cut.iter().map(|range| range.start).chain([end]);
            for (from, to) in starts.zip(ends).filter(|(from, to)| from < to) {
                if let Some(kept) = within(&bytes, start, from..to) {
                    put(&mut module, memory, from, kept)?;
                }
            }
        }
        walrus::passes::gc::run(&mut module);
        Ok(module)
    }

    /// Makes room for the gates at the end of the table.
    fn lengthen(&self, module: &mut Module, table: TableId) {
        let table = module.tables.get_mut(table);
        table.initial += self.gates.len() as u64;
        table.maximum = table.maximum.map(|maximum| maximum.max(table.initial));
    }
}

/// Where each run of bytes is in memory. It is there once, or nobody could tell which
/// one is meant; runs that touch are one range.
fn ranges(module: &Module, runs: &[Vec<u8>]) -> Result<Vec<Range<usize>>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for run in runs {
        let mut found = Vec::new();
        for (id, start) in segments(module)? {
            let windows = module.data.get(id).value.windows(run.len()).enumerate();
            found.extend(
                windows
                    .filter(|(_, bytes)| bytes == run)
                    .map(|(at, _)| start + at),
            );
        }
        let [at] = found[..] else {
            bail!(
                "the words {:?} are {} times in the memory of the wasm, not once",
                String::from_utf8_lossy(run),
                found.len()
            );
        };
        ranges.push(at..at + run.len());
    }
    ranges.sort_by_key(|range| range.start);
    ranges.dedup_by(|next, last| {
        let touch = last.end == next.start;
        if touch {
            last.end = next.end;
        }
        touch
    });
    Ok(ranges)
}

/// The segments of memory, and where each begins.
fn segments(module: &Module) -> Result<Vec<(DataId, usize)>> {
    let place = |data: &Data| match data.kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } => Ok((data.id(), usize::try_from(start)?)),
        _ => bail!("a segment of memory has no fixed place"),
    };
    module.data.iter().map(place).collect()
}

/// What of the bytes from `start` on lies in a range, if they hold all of it.
fn within(bytes: &[u8], start: usize, range: Range<usize>) -> Option<Vec<u8>> {
    let (from, to) = (
        range.start.checked_sub(start)?,
        range.end.checked_sub(start)?,
    );
    bytes.get(from..to).map(<[u8]>::to_vec)
}

fn put(module: &mut Module, memory: MemoryId, start: usize, bytes: Vec<u8>) -> Result<()> {
    let offset = ConstExpr::Value(Value::I32(i32::try_from(start)?));
    let id = module.data.add(DataKind::Active { memory, offset }, bytes);
    module.memories.get_mut(memory).data_segments.insert(id);
    Ok(())
}

fn memory(module: &Module) -> Result<MemoryId> {
    let memory = module.memories.iter().next();
    Ok(memory.context("the wasm has no memory")?.id())
}

/// The places of the functions that are called from outside or by number, and of
/// those that these call, without the gates.
fn reached(module: &Module, gates: &[usize]) -> HashSet<usize> {
    let exports = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
    let mut next: Vec<FunctionId> = exports.chain(module.start).collect();
    for element in module.elements.iter() {
        if let ElementItems::Functions(ids) = &element.items {
            next.extend(ids);
        }
    }
    let mut reached = HashSet::new();
    while let Some(id) = next.pop() {
        if !gates.contains(&id.index())
            && reached.insert(id.index())
            && let FunctionKind::Local(function) = &module.funcs.get(id).kind
        {
            dfs_in_order(&mut Calls(&mut next), function, function.entry_block());
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

/// Leaves nothing of a function but a call to what stands at a place of the table.
fn jump(module: &mut Module, id: FunctionId, table: TableId, place: i32) {
    let ty = module.funcs.get(id).ty();
    let (parameters, results) = module.types.params_results(ty);
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let arguments: Vec<_> = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(place).call_indirect(ty, table);
    let jump: LocalFunction = builder.local_func(arguments);
    module.funcs.get_mut(id).kind = FunctionKind::Local(jump);
}

/// The table of functions that are called by number.
fn functions(module: &Module) -> Result<TableId> {
    module
        .tables
        .main_function_table()?
        .context("the wasm has no table of functions")
}

fn function(module: &Module, place: usize) -> Result<FunctionId> {
    let mut all = module.funcs.iter().map(|function| function.id());
    all.find(|id| id.index() == place)
        .with_context(|| format!("there is no function {place}"))
}

fn ids<T>(ids: impl Iterator<Item = T>) -> Vec<T> {
    ids.collect()
}

/// A name that no export of the glue has: these are small letters.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.extend(('A'..='Z').nth(number % 26));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}
