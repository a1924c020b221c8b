/** Keeps the memory of each wasm that this page starts, for a look at how large it is and how deep its stack goes. */
(() => {
  /** The stack begins at 32 KiB, as the build has it, and goes down: three quarters are to stay as they are. */
  const SPARE = 24 * 1024;
  const UNTOUCHED = 0xa5;
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, values, newTarget) {
      const instance = Reflect.construct(target, values, newTarget);
      for (const value of Object.values(instance.exports)) {
        if (value instanceof WebAssembly.Memory && !memories.includes(value)) {
          memories.push(value);
          new Uint8Array(value.buffer, 0, SPARE).fill(UNTOUCHED);
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
  Object.defineProperty(window, "__spare", {
    value: () =>
      memories.every(({ buffer }) => new Uint8Array(buffer, 0, SPARE).every((byte) => byte === UNTOUCHED)),
  });
})();
