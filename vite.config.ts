import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const FETCH_THEN_IMPORT = fileURLToPath(new URL('./client/ui/fetch-then-import.ts', import.meta.url));

/** Vite's own way asks for modules ahead, and what fails once then fails for as long as the page lives. */
const fetchBeforeImport: Plugin = {
  name: 'fetch-before-import',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper\.js$/ },
    handler: () => `export { fetchThenImport as __vitePreload } from ${JSON.stringify(FETCH_THEN_IMPORT)};`,
  },
};

/** `npx vite` serves the client alone and passes the API and the socket on to a server on port 8080. */
export default defineConfig({
  root: fileURLToPath(new URL('./client', import.meta.url)),
  plugins: [fetchBeforeImport, react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // A part without parts of its own is fetched ahead as well.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, others) => (others.length > 0 ? others : [file]),
    },
    // One sheet of 24 kB (gzip): code that comes late must not come without its looks when the line is weak.
    cssCodeSplit: false,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/sync': { target: 'ws://127.0.0.1:8080', ws: true },
      '/events': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
});
