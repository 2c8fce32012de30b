import { useRef, useState } from 'preact/hooks';
import { formatNumber } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { RunEnd } from '#lab/client.ts';
import type { AnyFrame } from '#lab/protocol.ts';
import type { Values } from '#lab/settings.ts';
import { type Drawer, type LiveChart, loadDrawer } from './load-drawer.ts';

/** What a live figure shows: a run with the settings it was asked for, and what draws it. */
export interface Shown {
  values: Values;
  frame: AnyFrame;
  drawer: Drawer;
  /** Nothing will be added any more. */
  ended: boolean;
}

export const percent = (progress: number) => formatNumber(progress, { percentDecimals: 0 });

/** The runs of one widget, of which the newest is shown. All computing is done by the worker. */
export function useRun(slot: string, experiment: string, chart: LiveChart, t: Translate) {
  const [shown, setShown] = useState<Shown>();
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
      const [lab, drawer] = await Promise.all([import('#lab/client.ts'), loadDrawer(chart)]);
      if (!isNewest()) return;
      client.current = lab;
      const end = await lab.runExperiment(slot, experiment, values, (frame) => {
        if (!isNewest()) return;
        setShown({ values, frame, drawer, ended: false });
        setProgress(frame.progress);
      });
      if (!isNewest()) return;
      if (end.frame) setShown({ values, frame: end.frame, drawer, ended: true });
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

function endText({ outcome, frame, seconds }: RunEnd, t: Translate): string {
  if (outcome === 'done') return t('widget.done', { seconds: formatNumber(seconds, { decimals: 1 }) });
  return frame ? t('widget.stopped', { percent: percent(frame.progress) }) : t('widget.stoppedEarly');
}
