import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether a module was started as a program, `node scripts/x.mjs`, and not imported. Node 24.2 has `import.meta.main`
 * for this; before it that is undefined, and a program would do nothing without a word.
 * @param {string} url The module's `import.meta.url`.
 */
export function isProgram(url) {
  const [, started] = process.argv;
  return started !== undefined && realpathSync(started) === fileURLToPath(url);
}
