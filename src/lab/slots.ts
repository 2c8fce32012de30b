import type { Outcome } from './protocol.ts';

type Interruption = Exclude<Outcome, 'done'>;

/** A run of a slot, as long as it goes on. */
export interface Turn {
  /** Why the run should end now, if it should. */
  interruption(): Interruption | undefined;
  /** Resolves as soon as there is a reason, so that waiting can end with it. */
  interrupted: Promise<void>;
}

/** The newest run of each slot: it replaces the one before, and a stop means it. */
export function createSlots() {
  const interruptNewest = new Map<string, (reason: Interruption) => void>();
  return {
    begin(slot: string): Turn {
      interruptNewest.get(slot)?.('replaced');
      let reason: Interruption | undefined;
      const interrupted = new Promise<void>((resolve) => {
        interruptNewest.set(slot, (given) => {
          reason ??= given;
          resolve();
        });
      });
      return { interruption: () => reason, interrupted };
    },
    stop(slot: string): void {
      interruptNewest.get(slot)?.('stopped');
    },
  };
}
