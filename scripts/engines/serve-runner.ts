import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('page/', import.meta.url));
const publicDir = fileURLToPath(new URL('../../public/', import.meta.url));

/** Builds the page that computes results on demand, and serves it with the data of the site. */
export async function serveRunner(): Promise<{ address: string; close(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'zero-to-he-engines-'));
  const shared = { root, publicDir, configFile: false, logLevel: 'error', worker: { format: 'es' } } as const;
  await build({ ...shared, build: { outDir, target: 'esnext' } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
