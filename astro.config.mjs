import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { bindWordsPlugin } from './src/markdown/bind-words.ts';
import { cjkStrongPlugin } from './src/markdown/cjk-strong.ts';
import { gluePunctuationPlugin } from './src/markdown/glue-punctuation.ts';
import { katexPlugin } from './src/markdown/katex.ts';
import { wholeCodePlugin } from './src/markdown/whole-code.ts';
import { workbench } from './src/workbench/integration.ts';

// KaTeX's style sheet names each font in three formats; every browser that runs this site reads woff2.
const woff2Only = {
  postcssPlugin: 'woff2-only',
  Once: (root) =>
    root.walkAtRules('font-face', (face) =>
      face.walkDecls('src', (source) => {
        source.value = source.value.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
      }),
    ),
};

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://127.0.0.1:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  i18n: {
    locales: ['en', 'ko', 'ja', 'ru', 'zh'],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [mdx(), preact(), workbench()],
  markdown: {
    processor: satteri({
      features: { math: true, headingAttributes: true, smartPunctuation: false },
      mdastPlugins: [bindWordsPlugin(), gluePunctuationPlugin(), cjkStrongPlugin(), katexPlugin(), wholeCodePlugin()],
    }),
  },
  // The page asks nothing of any other host, and says so to the browser.
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
  vite: {
    worker: { format: 'es' },
    optimizeDeps: { include: ['@observablehq/plot'], exclude: ['linkedom'] },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
    css: { postcss: { plugins: [woff2Only] } },
  },
});
