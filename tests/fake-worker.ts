import { vi } from 'vitest';
import type { AnyFrame, Reply, Request } from '#lab/protocol.ts';

/** A worker that does what a test says. `got` is what it was asked. */
export function fakeWorker<Frame extends AnyFrame>() {
  const got: Request[] = [];
  const worker = {
    postMessage: (request: Request) => got.push(request),
    terminate: vi.fn(),
    onmessage: null as ((event: { data: Reply }) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
  };
  const say = (data: Reply) => worker.onmessage?.({ data });
  const jobs = () => got.filter((request) => request.type === 'run');
  const newestJob = () => jobs().at(-1)?.job as number;
  return {
    worker,
    got,
    jobs,
    ready: () => say({ type: 'ready' }),
    frame: (frame: Frame, job = newestJob()) => say({ type: 'frame', job, frame }),
    end: (frame?: Frame, job = newestJob()) => say({ type: 'end', job, frame, engine: 'simd' }),
    fail: (message: string) => say({ type: 'error', job: newestJob(), message }),
    crash: (message?: string) => worker.onerror?.({ message } as ErrorEvent),
  };
}
