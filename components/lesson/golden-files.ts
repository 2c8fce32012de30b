import { readFileSync } from 'node:fs';
import { goldenFiles } from '#experiments/resources.ts';

export interface GoldenFile {
  file: string;
  cases: number;
  /** Bytes of the file. */
  size: number;
  /** Which programs wrote it, such as `PyTorch 1.13.1`. */
  writtenBy: readonly string[];
}

interface Golden {
  meta: { torch?: string; numpy?: string };
  cases: unknown[];
}

/** The golden files as they are published, counted while the site is built. */
export const goldenFilesAtBuild = (): GoldenFile[] =>
  goldenFiles.map((file) => {
    const text = readFileSync(`public/golden/${file}`, 'utf8');
    const { meta, cases } = JSON.parse(text) as Golden;
    return { file, cases: cases.length, size: Buffer.byteLength(text), writtenBy: programs(file, meta) };
  });

/** NumPy's files name the PyTorch that lay beside it, and the other way round; only the one that wrote them counts. */
function programs(file: string, { torch, numpy }: Golden['meta']): string[] {
  const version = (text: string) => text.split(' ')[0];
  if (file.startsWith('numpy')) return numpy === undefined ? [] : [`NumPy ${version(numpy)}`];
  return torch === undefined ? [] : [`PyTorch ${version(torch)}`];
}
