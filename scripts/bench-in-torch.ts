import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What `bench/pytorch.py` prints: milliseconds of a training step and of a propagation, and the speed of a product. */
interface Report {
  version: string;
  blas: string[];
  training: number;
  propagation: number;
  gflops: number;
}

const script = fileURLToPath(new URL('bench/pytorch.py', import.meta.url));

/** Where Debian keeps OpenBLAS for one thread. */
const openBlas = '/usr/lib/x86_64-linux-gnu/openblas-serial';

/** Runs PyTorch on one thread and says what it found, or why it could not. PYTHON names another interpreter. */
export function runInTorch(print: (text: string) => void): void {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  if (existsSync(openBlas)) Object.assign(env, { LD_LIBRARY_PATH: openBlas });
  const { status, stdout, stderr, error } = spawnSync(process.env.PYTHON ?? 'python3', [script], {
    encoding: 'utf8',
    env,
  });
  if (status !== 0) {
    print(`\nPyTorch: not measured, ${(error?.message ?? stderr).trim()}`);
    return;
  }
  const { version, blas, training, propagation, gflops } = JSON.parse(stdout) as Report;
  print(`\nPyTorch ${version} on one thread, ${blas.join(', ')}, medians, after and not beside the races above`);
  print(`training step  ${training.toFixed(2)} ms`);
  print(`propagation  ${propagation.toFixed(1)} ms`);
  print(`products  ${gflops.toFixed(1)} Gflop/s`);
}
