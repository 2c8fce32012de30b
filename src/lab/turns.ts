/** A job of a worker, as long as it goes on. */
export interface Turn {
  /** Whether it should end now. */
  stopped(): boolean;
  /** Resolves as soon as it should, so that waiting can end with it. */
  stop: Promise<void>;
  /** Resolves when it may compute: at once, or when a pause is over or the job is stopped. */
  mayGoOn(): Promise<void>;
  end(): void;
}

/** Which jobs of a worker may compute: all, until they are stopped or everything pauses. */
export function createTurns() {
  const stops = new Map<number, () => void>();
  let resumed = Promise.resolve();
  let resume: (() => void) | undefined;
  return {
    begin(job: number): Turn {
      let isStopped = false;
      const stop = new Promise<void>((resolve) => {
        stops.set(job, () => {
          isStopped = true;
          resolve();
        });
      });
      return {
        stopped: () => isStopped,
        stop,
        async mayGoOn() {
          if (resume) await Promise.race([resumed, stop]);
        },
        end: () => stops.delete(job),
      };
    },
    stop(job: number): void {
      stops.get(job)?.();
    },
    pause(): void {
      if (resume) return;
      resumed = new Promise((resolve) => {
        resume = resolve;
      });
    },
    resume(): void {
      resume?.();
      resume = undefined;
    },
  };
}
