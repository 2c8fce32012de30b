import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { goldenFolder, loadGolden } from './load-golden.ts';

const script = fileURLToPath(new URL('parity.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parity-'));
afterAll(() => rmSync(folder, { recursive: true }));

function parity(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

/** A folder of one's own with these files. */
function folderOf(name: string, files: Record<string, string>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

const right = { kind: 'fan', shape: [3, 5], fan_in: 5, fan_out: 3 };
const wrong = { id: 'turned', kind: 'fan', shape: [3, 5], fan_in: 3, fan_out: 5 };

it('prints one line for each golden file and then the sum, and succeeds', () => {
  const { status, lines } = parity(goldenFolder);
  expect(status).toBe(0);
  expect(lines[0]).toMatch(/^errors\.json +67 passed, 0 failed \(\d+ stricter on purpose\)$/);
  expect(lines.find((line) => line.startsWith('torch_uniform.json'))).toMatch(/ 91 passed, 0 failed$/);
  expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/);
});

it('reads .JSON too, and a file with a byte order mark, but no folder inside, whatever its name', () => {
  const path = folderOf('mixed', {
    'A.JSON': JSON.stringify({ cases: [right] }),
    'b.json': `\uFEFF${JSON.stringify({ cases: [right] })}`,
  });
  mkdirSync(join(path, 'folder.json'));
  writeFileSync(join(path, 'folder.json', 'c.json'), '{');
  const { status, lines } = parity(path);
  expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
    'A.JSON 1 passed, 0 failed',
    'b.json 1 passed, 0 failed',
    '',
    '2 passed, 0 failed',
  ]);
  expect(status).toBe(0);
});

it('counts a file that cannot be read as one failure, and goes on', () => {
  const path = folderOf('unreadable', { 'a.json': JSON.stringify({ cases: [right] }) });
  symlinkSync(join(path, 'nowhere'), join(path, 'b.json'));
  const { status, lines } = parity(path);
  expect(status).toBe(1);
  expect(lines[0]).toMatch(/^b\.json +0 passed, 1 failed$/);
  expect(lines[1]).toMatch(/^ {2}file: ENOENT/);
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
  expect(() => loadGolden(path)).toThrow('ENOENT');
});

it('says of how many long arrays both ends alone were compared', () => {
  const { cases } = JSON.parse(readFileSync(join(goldenFolder, 'torch_orthogonal.json'), 'utf8'));
  const long = cases.find(({ out }: { out: { n: number } }) => out.n > 100);
  const { bits, values, ...out } = long.out;
  const ends = { head: { bits: bits.slice(0, 24 * 8) }, tail: { bits: bits.slice(-24 * 8) } };
  const another = { ...long, out: { ...out, sha256: '0'.repeat(64), ...ends } };
  const path = folderOf('ends', { 'a.json': JSON.stringify({ cases: [right, long, another] }) });
  expect(parity(path).lines[0]).toMatch(
    / 3 passed, 0 failed \(2 within tolerance, 1 of them compared at both ends only\)$/,
  );
});

it('goes by what a case is, not by the name of its file, and reads nothing but .json', () => {
  const path = folderOf('renamed', { 'README.md': '# not a golden file' });
  cpSync(join(goldenFolder, 'numpy_legacy.json'), join(path, 'a.json'));
  cpSync(join(goldenFolder, 'torch_layers.json'), join(path, 'b.json'));
  const { status, lines } = parity(path);
  expect([status, lines.at(-1)]).toEqual([0, '75 passed, 0 failed']);
});

it('shows what failed under its file, goes on, and fails', () => {
  const path = folderOf('wrong', {
    'a.json': JSON.stringify({ cases: [right, wrong] }),
    'b.json': 'no golden file',
    'c.json': JSON.stringify({ cases: [right] }),
  });
  const { status, lines } = parity(path);
  expect(status).toBe(1);
  expect(lines.map((line) => line.replace(/ +/g, ' ').replace(/(?<=JSON: ).*/, '...'))).toEqual([
    'a.json 1 passed, 1 failed',
    ' turned: fan_in is 5, golden 3',
    'b.json 0 passed, 1 failed',
    ' file: is not JSON: ...',
    'c.json 1 passed, 0 failed',
    '',
    '2 passed, 2 failed',
  ]);
});

it('--json prints the same as JSON', () => {
  const { status, lines } = parity(join(folder, 'wrong'), '--json');
  expect(status).toBe(1);
  expect(JSON.parse(lines.join('\n'))).toMatchObject({
    passed: 2,
    failed: 2,
    files: [{ file: 'a.json', passed: 1, failed: 1, failures: [{ id: 'turned' }] }, { failed: 1 }, { passed: 1 }],
  });
});

it.each([
  ['without a folder', [], 'name a folder of golden files: npm run parity -- public/golden'],
  ['for a folder that is not there', ['nowhere'], 'there is no folder nowhere: name one that holds golden files'],
  ['for a file', [script], `${script} is not a folder: name the folder that it lies in`],
  ['for two folders', ['a', 'b'], 'one folder at a time, got a and b'],
  ['for an unknown option', ['--jsno', 'a'], 'there is no option --jsno; the only one is --json'],
])('%s it fails and says what to do', (_, words, message) => {
  const { status, stderr } = parity(...words);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

it('fails for a folder without golden files', () => {
  const path = folderOf('empty', { 'notes.txt': '' });
  expect(parity(path)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`no file in ${path} ends in .json`),
  });
});
