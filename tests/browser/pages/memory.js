/** Keeps the memory of each wasm that this page starts, for a look at how large it is. */
(() => {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, values, newTarget) {
      const instance = Reflect.construct(target, values, newTarget);
      for (const value of Object.values(instance.exports)) {
        if (value instanceof WebAssembly.Memory && !memories.includes(value)) {
          memories.push(value);
        }
      }
      return instance;
    },
  });
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = () => {
    throw new Error("a wasm is started in a way of which tests/browser/pages/memory.js does not know");
  };
  void instantiate;
  Object.defineProperty(window, "__memory", {
    value: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  });
})();
