/**
 * Compares the streams and initializers of this project with real outputs of PyTorch and NumPy:
 *
 *     npm run parity -- public/golden
 *     npm run --silent parity -- public/golden --json
 *
 * DIR is any folder of golden files, as public/golden/README.md explains them; folders inside it are not looked into. Exit
 * code 1 means that a case failed, that a file could not be read, or that there was nothing to compare.
 */
import { parity } from '#experiments/parity.ts';
import { type FileReport, unreadableFile } from '#parity/index.ts';
import { readGoldenFolder } from './load-golden.ts';

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function main(words: string[]) {
  const folders = words.filter((word) => !word.startsWith('--'));
  const unknown = words.find((word) => word.startsWith('--') && word !== '--json');
  if (unknown !== undefined) throw new Error(`there is no option ${unknown}; the only one is --json`);
  const [folder] = folders;
  if (folder === undefined) throw new Error('name a folder of golden files: npm run parity -- public/golden');
  if (folders.length > 1) throw new Error(`one folder at a time, got ${folders.join(' and ')}`);
  const json = words.includes('--json');
  const { files, passed, failed } = compare(folder, json ? () => {} : report);
  console.log(json ? JSON.stringify({ files, passed, failed }, null, 1) : `\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** Runs all cases; `onFile` gets each file as soon as it is done, those that cannot be read first. */
function compare(folder: string, onFile: (file: FileReport) => void) {
  const { golden, unreadable } = readGoldenFolder(folder);
  const broken = unreadable.map(({ name, error }) => unreadableFile(name, error));
  broken.forEach(onFile);
  let shown = 0;
  let last = { files: [] as FileReport[], passed: 0, failed: 0 };
  for (last of parity.run({}, { golden })) {
    for (; shown < last.files.length; shown++) onFile(last.files[shown] as FileReport);
  }
  return { files: [...broken, ...last.files], passed: last.passed, failed: last.failed + broken.length };
}

function report({ file, passed, failed, close, endsOnly, stricter, failures }: FileReport) {
  const counts: [number, string][] = [
    [close, 'within tolerance'],
    [endsOnly, 'of them compared at both ends only'],
    [stricter, 'stricter on purpose'],
  ];
  const note = counts
    .filter(([n]) => n > 0)
    .map(([n, text]) => `${n} ${text}`)
    .join(', ');
  console.log(`${file.padEnd(28)} ${passed} passed, ${failed} failed${note && ` (${note})`}`);
  for (const { id, message } of failures) console.log(`  ${id}: ${message}`);
}
