import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { telephoneFiles } from './telephone-files.js'

/** Where the API answers while screens are developed; the built screens come from the API itself. */
const API = process.env['NAVETTE_API'] ?? 'http://localhost:3000'
/** Whole words: `/administration` is a screen, `/admin/queues` is not. */
const OF_THE_API = '^/(?:api|docs|admin|openapi\\.json|health|metrics|problems)(?:[/?]|$)'
/** Parts of the screens loaded on their own that share a module before every first page brings it along. */
const SCREENS_FOR_BASE = 60
/** What opens without a network: the round, signing in, the account. The page itself stands for `/`. */
const OF_THE_TELEPHONE = /^\/(?:tournee|connexion|compte)(?:[/?]|$)/
const telephone = telephoneFiles()

export default defineConfig({
  root: import.meta.dirname,
  // Servers of one checkout that speak to different APIs do not share what they prepare.
  cacheDir: resolve(import.meta.dirname, `../node_modules/.cache/vite-${new URL(API).port}`),
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // What most screens need comes in one file, and what few need only with them.
      output: { codeSplitting: { groups: [{ name: 'base', minShareCount: SCREENS_FOR_BASE }] } },
    },
  },
  // The package's own entry is written for old browsers, and a tenth larger.
  resolve: {
    alias: [
      {
        find: /^dexie$/,
        replacement: resolve(
          import.meta.dirname,
          '../node_modules/dexie/dist/modern/dexie.min.mjs',
        ),
      },
    ],
  },
  server: {
    proxy: { [OF_THE_API]: { target: API, changeOrigin: false } },
  },
  plugins: [
    react(),
    telephone.plugin,
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Navette',
        short_name: 'Navette',
        description: 'Pharmacie et laboratoire mutualisés : commandes, tournées, tubes, comptes.',
        lang: 'fr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f5f7f9',
        theme_color: '#0b6b6f',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
        shortcuts: [{ name: 'Ma tournée', url: '/tournee' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,woff2}'],
        // The barcode decoder is just under a megabyte, and must be there without a network.
        maximumFileSizeToCacheInBytes: 4_000_000,
        manifestTransforms: [
          (entries) => ({ manifest: entries.filter(telephone.isKept), warnings: [] }),
        ],
        navigateFallback: '/index.html',
        navigateFallbackAllowlist: [OF_THE_TELEPHONE],
        // The rest of the application is not kept: a page of a desk comes with the files it was built with,
        // and from what is kept only when nobody answers.
        runtimeCaching: [
          {
            urlPattern: ({ request, url }) =>
              request.mode === 'navigate' &&
              !/^\/(?:api|docs|admin|metrics|problems)/.test(url.pathname),
            handler: 'NetworkOnly',
            options: { precacheFallback: { fallbackURL: '/index.html' } },
          },
        ],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
      },
    }),
  ],
})
