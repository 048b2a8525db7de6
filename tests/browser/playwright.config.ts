import { defineConfig } from "@playwright/test";

// The server is started by the caller with the demonstration catalogue: `tablica demo` on the port named here. The browser itself
// resolves *.localhost, so the four cities need no entry in any file of hosts.
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "results",
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  use: {
    locale: "pl-PL",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["TABLICA_TEST_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
