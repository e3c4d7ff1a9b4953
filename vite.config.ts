import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildEnvironmentOptions, Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { trimReadability } from './scripts/trim-readability.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const PAGES = ['popup', 'options', 'library', 'welcome'];

/** One self-contained script; `charset: ascii` because Chromium refuses a file with a raw noncharacter in it. */
function script(
  input: string,
  name: string,
  format: 'es' | 'iife',
  output: Rolldown.OutputOptions = {},
): BuildEnvironmentOptions {
  return {
    emptyOutDir: false,
    copyPublicDir: false,
    outDir: here('dist/chrome'),
    rolldownOptions: {
      input: { [name]: here(input) },
      preserveEntrySignatures: 'strict',
      output: { format, codeSplitting: false, charset: 'ascii', entryFileNames: '[name].js', ...output },
    },
  };
}

/** dist/chrome and dist/firefox differ in their manifest only. */
function extensionFolders(): Plugin {
  return {
    name: 'jianbao-extension-folders',
    buildApp: {
      order: 'post',
      async handler() {
        for (const folder of ['_locales', 'icons'])
          cpSync(here(folder), here(`dist/chrome/${folder}`), { recursive: true });
        rmSync(here('dist/firefox'), { recursive: true, force: true });
        mkdirSync(here('dist/firefox'), { recursive: true });
        cpSync(here('dist/chrome'), here('dist/firefox'), { recursive: true });
        for (const browser of ['chrome', 'firefox'] as const) {
          writeFileSync(here(`dist/${browser}/manifest.json`), `${JSON.stringify(manifestFor(browser), null, 2)}\n`);
        }
      },
    },
  };
}

function manifestFor(browser: 'chrome' | 'firefox'): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(here('manifest.json'), 'utf8')) as Record<string, unknown>;
  const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as { version: string };
  manifest['version'] = version;
  if (browser === 'firefox') {
    manifest['background'] = { scripts: ['background.js'], type: 'module' };
    delete manifest['minimum_chrome_version'];
  } else {
    manifest['background'] = { service_worker: 'background.js', type: 'module' };
    delete manifest['browser_specific_settings'];
  }
  return manifest;
}

export default defineConfig({
  root: here('src'),
  base: '',
  publicDir: false,
  plugins: [trimReadability(), extensionFolders()],
  resolve: {
    alias: {
      // Its form for browsers decodes entities by innerHTML, which our policy (Trusted Types) refuses.
      'decode-named-character-reference': here('node_modules/decode-named-character-reference/index.js'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { modulePreload: { polyfill: false }, target: ['chrome128', 'firefox128'] },
  environments: {
    client: {
      build: {
        emptyOutDir: true,
        outDir: here('dist/chrome'),
        rolldownOptions: {
          input: Object.fromEntries(PAGES.map((page) => [page, here(`src/ui/${page}/index.html`)])),
          // Chinese as it is: escaped, the dictionary of pinyin names weighs half as much again.
          output: { charset: 'utf8' },
        },
      },
    },
    background: { consumer: 'client', build: script('src/background/main.ts', 'background', 'es') },
    content: {
      consumer: 'client',
      // An IIFE's default export is kept only under a name; the footer makes it the script's last expression.
      build: script('src/content/main.ts', 'content', 'iife', { name: 'clipAnswer', postFooter: 'clipAnswer;' }),
    },
    cli: {
      consumer: 'server',
      resolve: { external: true },
      build: {
        emptyOutDir: false,
        outDir: here('dist'),
        target: 'node20',
        rolldownOptions: {
          input: { cli: here('src/cli/main.ts') },
          output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false, banner: '#!/usr/bin/env node' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'background', 'content', 'cli']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  test: {
    root: here('.'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/build/**', 'test/e2e/**', 'test/sites/**', 'node_modules/**'],
    testTimeout: 30_000,
  },
});
