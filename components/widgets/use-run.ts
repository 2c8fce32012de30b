import { useRef, useState } from 'preact/hooks';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { RunEnd } from '#lab/client.ts';
import type { AnyFrame } from '#lab/protocol.ts';
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
 * The runs of one slot, of which the newest is shown. All computing is done by the worker. `load` brings what shows a
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
      settle(endText(end, t));
    } catch (error) {
      if (!isNewest()) return;
      setShown((last) => last && { ...last, ended: true });
      settle(t('widget.failed', { message: error instanceof Error ? error.message : String(error) }));
    }
  }

  /** A run that the worker has ends with what it computed; one whose code is still loading just ends. */
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

function howItEnded({ outcome, frame, seconds }: RunEnd, t: Translate): string {
  if (outcome === 'done') return t('widget.done', { seconds: formatNumber(seconds, { decimals: 1 }) });
  return frame ? t('widget.stopped', { percent: percent(frame.progress) }) : t('widget.stoppedEarly');
}
