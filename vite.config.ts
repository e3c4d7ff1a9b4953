import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildEnvironmentOptions, EnvironmentOptions, Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { compileEagerly } from './scripts/compile-eagerly.ts';
import { pinyinTable } from './scripts/pinyin-table.ts';
import { trimReadability } from './scripts/trim-readability.ts';
import { trimTurndown } from './scripts/trim-turndown.ts';
import { INJECTED_NAMES, moduleFile } from './src/core/model/module-names.ts';
import { writePinyinTable } from './src/core/post/pinyin.ts';
import { type Catalogue, LOCALES, type Locale } from './src/i18n/messages.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Two hundredths smaller than what the bundler makes by itself. Chromium refuses a script with a raw noncharacter in it. */
const SMALLEST: Pick<BuildEnvironmentOptions, 'minify' | 'terserOptions'> = {
  minify: 'terser',
  terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, format: { ascii_only: true } },
};

/** What the popup needs to be up. */
const POPUP = here('src/ui/popup/main.tsx');
/** The popup's styles, which set its size, are not for other pages. */
const OWN_STYLES = /\/popup\/[^/]+\.css$/;
/** Those of all pages come first in each. The popup has a copy in its own. */
const PAGE_STYLES = here('src/ui/shared/page.css');

/**
 * The file that every page of the extension begins with: all scripts that the popup imports, and those of its own that
 * they import, as a browser fetches each file at a cost of its own. What the popup loads later is not among them.
 */
function firstFile(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let first: Set<string> | undefined;
  return (id, context) => {
    first ??= importsOf(POPUP, context).add(PAGE_STYLES);
    return first.has(id) ? 'first' : null;
  };
}

/** What the popup loads when the story is shown, to see whether the library has it. */
const LIBRARY_ACCESS = here('src/ui/popup/library-access.ts');

/** The file with all scripts that it imports besides: in eight small ones they take more to fetch, and to keep. */
function libraryFile(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let imports: ReadonlySet<string> | undefined;
  return (id, context) => {
    imports ??= importsOf(LIBRARY_ACCESS, context);
    return imports.has(id) && !importsOf(POPUP, context).has(id) ? 'known' : null;
  };
}

function importsOf(entry: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([entry]);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return new Set([...found].filter((id) => id !== entry && !OWN_STYLES.test(id)));
}

const PAGES = ['popup', 'panel', 'reader', 'options', 'library', 'batch', 'welcome'];

/** One self-contained script. */
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
    ...SMALLEST,
    rolldownOptions: {
      input: { [name]: here(input) },
      preserveEntrySignatures: 'strict',
      output: { format, codeSplitting: false, charset: 'ascii', entryFileNames: '[name].js', ...output },
    },
  };
}

/** How Chinese is read, for file names in pinyin: loaded when a preset asks for it, by pages and background alike. */
function pinyinFile(): Plugin {
  return {
    name: 'jianbao-pinyin-file',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'pinyin.bin', source: writePinyinTable(pinyinTable()) });
    },
  };
}

/** Names of characters in Markdown are the browser's to know: in our pages micromark's own table of them stays out. */
function entitiesFromBrowser(): Plugin {
  return {
    name: 'jianbao-entities-from-browser',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    resolveId: (id) => (id === 'decode-named-character-reference' ? here('src/ui/shared/decode-entity.ts') : undefined),
  };
}

/**
 * The polyfill as an ES module. As a CommonJS one the bundler copies every property of the browser's own API object when a
 * page begins, which makes the browser set up the APIs that no one calls: a tenth of the popup's time.
 */
function polyfillAsModule(): Plugin {
  return {
    name: 'jianbao-polyfill-as-module',
    transform: {
      filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler: (code) => `const module = { exports: {} };
const { exports } = module;
${code}
export default module.exports;`,
    },
  };
}

/** The popup's style sheet as it is built: all that it needs. */
const POPUP_SHEET = 'assets/popup.css';

/**
 * The popup's first script (`ui/popup/start.ts`) loads the others, so that they delay neither that script nor the popup's
 * appearance. Its styles are in the page: for a sheet of its own Chromium reads all messages of the extension, in case it
 * names one, and the popup is not shown before that.
 */
function popupShownFirst(): Plugin {
  const others = /\s*<(?:script type="module"|link rel="(?:modulepreload|stylesheet)")[^>]*>(?:<\/script>)?/g;
  return {
    name: 'jianbao-popup-shown-first',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle = {} }) {
        const sheet = bundle[POPUP_SHEET];
        if (!filename.endsWith('/popup/index.html') || sheet?.type !== 'asset') return html;
        delete bundle[POPUP_SHEET];
        const style = `<style>${String(sheet.source).trim()}</style>`;
        // Before the script, so that they are read while that is fetched.
        return html.replace(others, '').replace('<script', () => `${style}\n    <script`);
      },
    },
  };
}

/**
 * Keeps scripts from loading the styles of all pages, which every page has: in the popup, where they are in the page, they
 * would come a second time, after its own, and overrule these.
 */
function pageStylesOnce(): Plugin {
  return {
    name: 'jianbao-page-styles-once',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          // In a list that is gone through by place: what it names instead is loaded already.
          if (chunk.type === 'chunk') chunk.code = chunk.code.replace('"./first.css"', '"./first.js"');
        }
      },
    },
  };
}

/** What the policy of a page says of its own styles. */
function styleHash(page: string): string {
  const [, style] = /<style>([^<]*)<\/style>/.exec(readFileSync(here(page), 'utf8')) ?? [];
  if (style === undefined) throw new Error(`${page} has no styles`);
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/** dist/chrome and dist/firefox differ in their manifest only. */
function extensionFolders(): Plugin {
  return {
    name: 'jianbao-extension-folders',
    buildApp: {
      order: 'post',
      async handler() {
        cpSync(here('icons'), here('dist/chrome/icons'), { recursive: true });
        for (const locale of LOCALES) writeCatalogue(locale);
        rmSync(here('dist/firefox'), { recursive: true, force: true });
        mkdirSync(here('dist/firefox'), { recursive: true });
        cpSync(here('dist/chrome'), here('dist/firefox'), { recursive: true });
        for (const browser of ['chrome', 'firefox'] as const) {
          writeFileSync(here(`dist/${browser}/manifest.json`), `${JSON.stringify(manifestFor(browser), null, 2)}\n`);
        }
        // What `npm link` has put into the user's path is this very file.
        if (existsSync(here('dist/cli.js'))) chmodSync(here('dist/cli.js'), 0o755);
      },
    },
  };
}

/** Browsers want the messages; what translators are told of them stays here. */
function writeCatalogue(locale: Locale): void {
  const catalogue = JSON.parse(readFileSync(here(`_locales/${locale}/messages.json`), 'utf8')) as Catalogue;
  const messages = Object.entries(catalogue).map(([name, { message }]) => [name, { message }]);
  mkdirSync(here(`dist/chrome/_locales/${locale}`), { recursive: true });
  writeFileSync(
    here(`dist/chrome/_locales/${locale}/messages.json`),
    `${JSON.stringify(Object.fromEntries(messages))}\n`,
  );
}

function manifestFor(browser: 'chrome' | 'firefox'): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(here('manifest.json'), 'utf8')) as Record<string, unknown>;
  const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as { version: string };
  manifest['version'] = version;
  const policy = manifest['content_security_policy'] as Record<string, string>;
  const { extension_pages: pages = '' } = policy;
  const own = styleHash('dist/chrome/ui/popup/index.html');
  manifest['content_security_policy'] = {
    ...policy,
    extension_pages: pages.replace(/(?<=style-src [^;]*)(?=;)/, ` ${own}`),
  };
  if (browser === 'firefox') {
    manifest['background'] = { scripts: ['background.js'], type: 'module' };
    delete manifest['minimum_chrome_version'];
    delete manifest['key'];
    // Firefox has a sidebar, which needs no permission.
    delete manifest['side_panel'];
    manifest['permissions'] = permissionsOf(manifest).filter((name) => name !== 'sidePanel');
  } else {
    manifest['background'] = { service_worker: 'background.js', type: 'module' };
    delete manifest['browser_specific_settings'];
    delete manifest['sidebar_action'];
  }
  return manifest;
}

function permissionsOf({ permissions }: Record<string, unknown>): readonly unknown[] {
  return Array.isArray(permissions) ? permissions : [];
}

/** The scripts that the clip is not always in need of, a build for each. */
const MODULES: Record<string, EnvironmentOptions> = Object.fromEntries(
  INJECTED_NAMES.map((name) => {
    // The last expression of these tells what came of them.
    const last = name === 'picker' || name === 'pages' ? { name: 'moduleAnswer', postFooter: 'moduleAnswer;' } : {};
    const build = script(`src/content/modules/${name}.ts`, moduleFile(name).replace('.js', ''), 'iife', last);
    return [`module_${name.replace('-', '_')}`, { consumer: 'client', build }];
  }),
);

export default defineConfig({
  root: here('src'),
  base: '',
  publicDir: false,
  plugins: [
    trimReadability(),
    trimTurndown(),
    pinyinFile(),
    entitiesFromBrowser(),
    polyfillAsModule(),
    popupShownFirst(),
    pageStylesOnce(),
    compileEagerly('content'),
    extensionFolders(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    modulePreload: { polyfill: false },
    target: ['chrome128', 'firefox128'],
    // How long the minifier takes is no fault that a user could mend.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  environments: {
    client: {
      build: {
        emptyOutDir: true,
        outDir: here('dist/chrome'),
        ...SMALLEST,
        rolldownOptions: {
          input: {
            ...Object.fromEntries(PAGES.map((page) => [page, here(`src/ui/${page}/index.html`)])),
          },
          output: {
            // Chromium refuses a script with a raw noncharacter in it.
            charset: 'ascii',
            // No hashes: nothing of an extension is served by a cache, and the zip names each file twice.
            entryFileNames: 'assets/[name].js',
            chunkFileNames: 'assets/[name].js',
            assetFileNames: 'assets/[name][extname]',
            codeSplitting: { groups: [{ name: firstFile() }, { name: libraryFile() }] },
          },
        },
      },
    },
    content: {
      consumer: 'client',
      build: {
        // An IIFE's default export is kept only under a name; the footer makes it the script's last expression.
        ...script('src/content/main.ts', 'content', 'iife', { name: 'clipAnswer', postFooter: 'clipAnswer;' }),
        // Readability writes its private members with an underscore. No other code reads them.
        terserOptions: { ...SMALLEST.terserOptions, mangle: { properties: { regex: /^_/ } } },
      },
    },
    // One file: a worker that starts waits for each file that it imports.
    background: { consumer: 'client', build: script('src/background/main.ts', 'background', 'es') },
    page_links: {
      consumer: 'client',
      build: script('src/content/page-links.ts', 'page-links', 'iife', { name: 'pageLinks', postFooter: 'pageLinks;' }),
    },
    link_picker: {
      consumer: 'client',
      build: script('src/content/link-picker.ts', 'link-picker', 'iife', {
        name: 'pickedLinks',
        postFooter: 'pickedLinks;',
      }),
    },
    popup_start: { consumer: 'client', build: script('src/ui/popup/start.ts', 'popup-start', 'iife') },
    ...MODULES,
    cli: {
      consumer: 'server',
      // With all packages in it but one: Node takes longer to find and link their hundreds of files than to run them. A
      // command and the threads that clip each load what they need. XHTML alone needs jsdom.
      resolve: { external: ['jsdom'], noExternal: true },
      build: {
        emptyOutDir: false,
        outDir: here('dist'),
        target: 'node20',
        rolldownOptions: {
          input: { cli: here('src/cli/main.ts'), 'clip-worker': here('src/cli/pool/clip-worker.ts') },
          output: {
            format: 'es',
            entryFileNames: ({ name }) => (name === 'cli' ? 'cli.js' : 'cli/[name].js'),
            chunkFileNames: 'cli/[name].js',
            banner: ({ name }) => (name === 'cli' ? '#!/usr/bin/env node' : ''),
          },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      rmSync(here('dist/cli'), { recursive: true, force: true });
      for (const name of [
        'client',
        'background',
        'popup_start',
        'content',
        'page_links',
        'link_picker',
        ...Object.keys(MODULES),
        'cli',
      ]) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  test: {
    root: here('.'),
    include: ['test/**/*.test.ts'],
    exclude: ['test/build/**', 'test/e2e/**', 'test/faults/**', 'test/sites/**', 'node_modules/**'],
    // For a machine that does much else: what hangs is stopped, what is slow is not.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
