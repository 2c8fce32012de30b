import { checkFile, type FileReport } from '#parity/index.ts';
import type { Experiment } from './experiment.ts';

export interface ParityFrame {
  progress: number;
  /** The files that are done. */
  files: FileReport[];
  passed: number;
  failed: number;
}

/** Are these the numbers of PyTorch and NumPy? Every golden case, computed again where this runs. */
export const parity: Experiment<Record<never, never>, ParityFrame> = {
  id: 'parity',
  params: {},
  needs: 'golden',
  *run(_values, { golden } = {}) {
    if (!golden) throw new Error('parity needs the golden files: run(values, { golden })');
    const frame: ParityFrame = { progress: 0, files: [], passed: 0, failed: 0 };
    const size = golden.reduce((sum, { content }) => sum + content.length, 0);
    let sizeBefore = 0;
    for (const { name, content } of golden) {
      const check = checkFile(name, content);
      let step = check.next();
      for (; !step.done; step = check.next()) {
        frame.progress = (sizeBefore + (content.length * step.value.done) / step.value.total) / size;
        yield frame;
      }
      frame.files.push(step.value);
      frame.passed += step.value.passed;
      frame.failed += step.value.failed;
      sizeBefore += content.length;
    }
    yield { ...frame, progress: 1 };
  },
};
