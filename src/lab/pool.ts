import type { AnyFrame, Engine, Order, Reply, Request } from './protocol.ts';

/** How long a worker may take to hear a stop; one in the middle of a long step is terminated then, and replaced. */
const patience = 100;

/** The part of a Worker that the pool uses. */
export type PoolWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'>;

/** What becomes of a job; one of the three ends is called once, unless it is stopped before. */
export interface Listener {
  onFrame(frame: AnyFrame): void;
  onEnd(frame: AnyFrame | undefined, engine: Engine): void;
  onError(message: string): void;
  /** `reason` is what the browser tells, which may be nothing. */
  onCrash(reason: string): void;
}

interface Job {
  id: number;
  order: Order;
  listener: Listener;
  stopped: boolean;
}

interface Member {
  worker: PoolWorker;
  /** It listens: its script is loaded. Until then nothing is sent. */
  ready: boolean;
  /** Jobs that it has not answered for yet, stopped ones among them. */
  jobs: Map<number, Job>;
}

export type Pool = ReturnType<typeof createPool>;

/** As many workers as the machine has cores, at most 4, at least 1. */
export const poolSize = (cores: number | undefined): number => Math.min(4, Math.max(1, Math.floor(cores || 1)));

/**
 * Up to `size` workers, started one by one when there is something to do. A job goes to a worker without any, else to a new
 * one, else to the one with the fewest, which computes its jobs in turns. A crashed worker is thrown away with its jobs;
 * one that does not hear a stop is thrown away as well, and its other jobs begin again elsewhere.
 */
export function createPool(startWorker: () => PoolWorker, size: number) {
  const members = new Set<Member>();
  let jobs = 0;
  let paused = false;

  const tell = ({ worker }: Member, request: Request) => worker.postMessage(request);
  const send = (member: Member, { id, order }: Job) => tell(member, { type: 'run', job: id, order });

  function hire(): Member {
    const member: Member = { worker: startWorker(), ready: false, jobs: new Map() };
    members.add(member);
    member.worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(member, data);
    const crash = (event: Event) => {
      const reason = (event as Partial<ErrorEvent>).message ?? '';
      for (const { listener } of dismiss(member)) listener.onCrash(reason);
    };
    member.worker.onerror = crash;
    member.worker.onmessageerror = crash;
    return member;
  }

  function receive(member: Member, reply: Reply): void {
    if (reply.type === 'ready') {
      member.ready = true;
      if (paused) tell(member, { type: 'pause' });
      for (const job of member.jobs.values()) send(member, job);
      return;
    }
    if (!('job' in reply)) return; // cells and claims have workers of their own
    const job = member.jobs.get(reply.job);
    if (reply.type !== 'frame') member.jobs.delete(reply.job);
    if (!job || job.stopped) return;
    if (reply.type === 'frame') job.listener.onFrame(reply.frame);
    else if (reply.type === 'end') job.listener.onEnd(reply.frame, reply.engine);
    else job.listener.onError(reply.message);
  }

  /** Ends a worker, of which nothing more is heard; the jobs that it leaves undone. */
  function dismiss(member: Member): Job[] {
    Object.assign(member.worker, { onmessage: null, onmessageerror: null, onerror: null });
    member.worker.terminate();
    members.delete(member);
    return [...member.jobs.values()].filter(({ stopped }) => !stopped);
  }

  function give(job: Job): void {
    const [leastBusy] = [...members].sort((a, b) => a.jobs.size - b.jobs.size);
    const member = leastBusy && (leastBusy.jobs.size === 0 || members.size >= size) ? leastBusy : hire();
    member.jobs.set(job.id, job);
    if (member.ready) send(member, job);
  }

  function stop(job: Job): void {
    job.stopped = true;
    const member = [...members].find((each) => each.jobs.get(job.id) === job);
    if (!member) return;
    if (!member.ready) {
      member.jobs.delete(job.id);
      return;
    }
    tell(member, { type: 'stop', job: job.id });
    setTimeout(() => {
      if (members.has(member) && member.jobs.has(job.id)) dismiss(member).forEach(give);
    }, patience);
  }

  return {
    size,
    /** Begins a job; the returned function stops it, and nothing more is heard of it. */
    start(order: Order, listener: Listener): () => void {
      jobs += 1;
      const job: Job = { id: jobs, order, listener, stopped: false };
      give(job);
      return () => stop(job);
    },
    /** Lets all workers rest, or go on. */
    pause(rest: boolean): void {
      paused = rest;
      for (const member of members) if (member.ready) tell(member, { type: rest ? 'pause' : 'resume' });
    },
  };
}
