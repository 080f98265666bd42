import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pdfFiles } from './pdf-files.ts'

// `vite` alone serves the portal for development; the API answers beside it on its own port.
const api = process.env['API_URL'] ?? 'http://localhost:4000'

export default defineConfig({
  plugins: [react(), pdfFiles()],
  build: { outDir: 'dist', sourcemap: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  // The content-security-policy allows neither inline scripts nor `data:` in scripts: what is preloaded is a real file.
  server: {
    proxy: Object.fromEntries(
      ['/trpc', '/auth', '/live', '/files', '/receipts', '/exports'].map((path) => [path, api]),
    ),
  },
})
