import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the workspace page into `build/emulator/`, from where the emulator's server hands it out. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/host-assets/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../build/emulator/', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
  },
});
