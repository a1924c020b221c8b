import { defineConfig } from "vite";

export default defineConfig({
  optimizeDeps: { exclude: ["aftercare-consensus/split"] },
});
