import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { AnyFrame } from '#lab/protocol.ts';
import type { RunEnd } from '#lab/runs.ts';
import type { Values } from '#lab/settings.ts';

/** A run on the page: the settings it was asked for, its newest frame, and what was loaded to show it. */
export interface Shown<View> {
  values: Values;
  frame: AnyFrame;
  view: View;
  /** Nothing will be added any more. */
  ended: boolean;
}

export const percent = (progress: number) => formatNumber(progress, { percentDecimals: 0 });

/**
 * The runs of one slot, of which the newest is shown. All computing is done by workers. `load` brings what shows a
 * run, at the first run and not before; `endText` says how a run ended.
 */
export function useRun<View>(
  slot: string,
  experiment: string,
  load: () => Promise<View>,
  t: Translate,
  endText: (end: RunEnd, t: Translate) => string = howItEnded,
) {
  const [shown, setShown] = useState<Shown<View>>();
  const [progress, setProgress] = useState<number>();
  const [message, setMessage] = useState('');
  const newest = useRef(0);
  const client = useRef<typeof import('#lab/client.ts')>();

  const running = progress !== undefined;
  useEffect(() => {
    if (!running) return;
    const tell = () => setMessage(t(document.visibilityState === 'hidden' ? 'widget.paused' : 'widget.running'));
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [running, t]);

  function settle(text: string) {
    newest.current += 1; // what still arrives from the run is not shown
    setProgress(undefined);
    setMessage(text);
  }

  async function run(values: Values) {
    newest.current += 1;
    const mine = newest.current;
    const isNewest = () => mine === newest.current;
    setProgress(0);
    setMessage(t('widget.running'));
    try {
      const [lab, view] = await Promise.all([import('#lab/client.ts'), load()]);
      if (!isNewest()) return;
      client.current = lab;
      const end = await lab.runExperiment(slot, experiment, values, (frame) => {
        if (!isNewest()) return;
        setShown({ values, frame, view, ended: false });
        setProgress(frame.progress);
      });
      if (!isNewest()) return;
      if (end.frame) setShown({ values, frame: end.frame, view, ended: true });
      settle(end.outcome === 'crashed' ? howItCrashed(end, t) : endText(end, t));
    } catch (error) {
      if (!isNewest()) return;
      setShown((last) => last && { ...last, ended: true });
      settle(t('widget.failed', { message: error instanceof Error ? error.message : String(error) }));
    }
  }

  /** A run that is being computed ends with what there is; one whose code is still loading just ends. */
  function stop() {
    if (client.current) client.current.stopExperiment(slot);
    else settle(t('widget.stoppedEarly'));
  }

  /** Back to the built figure. */
  function clear() {
    client.current?.stopExperiment(slot);
    settle('');
    setShown(undefined);
  }

  return { shown, progress, message, setMessage, run, stop, clear };
}

function howItEnded({ outcome, frame, seconds, engine }: RunEnd, t: Translate): string {
  if (outcome === 'done') {
    return t(engine === 'plain' ? 'widget.donePlain' : 'widget.done', {
      seconds: formatNumber(seconds, { decimals: 1 }),
    });
  }
  return frame ? t('widget.stopped', { percent: percent(frame.progress) }) : t('widget.stoppedEarly');
}

function howItCrashed({ frame, reason: told }: RunEnd, t: Translate): string {
  const reason = told || t('widget.noReason');
  return frame
    ? t('widget.crashed', { percent: percent(frame.progress), reason })
    : t('widget.crashedEarly', { reason });
}
