import { defineConfig } from "vite";

// Three entries that share nothing: the portal's few kilobytes; the service worker, which shows what is pushed; and the GraphQL
// explorer, which is large and seldom opened.
// The server reads dist/.vite/manifest.json and serves dist/assets/* at /assets/*.
export default defineConfig({
  base: "/",
  publicDir: false,
  build: {
    manifest: true,
    outDir: "dist",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0, // the content security policy has no data: for scripts, and a font inlined is a font paid for by every city
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    rollupOptions: {
      input: ["assets/app.ts", "assets/sw.ts", "assets/graphiql.tsx"],
      onwarn(warning, warn) {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning); // "use client" in libraries means nothing here
      },
    },
  },
});
