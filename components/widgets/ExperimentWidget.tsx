import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber } from '#i18n/format.ts';
import { translatorOf } from '#i18n/translate.ts';
import type { Messages } from '#i18n/types.ts';
import type { AnyFrame } from '#lab/protocol.ts';
import type { Parameters, Values } from '#lab/settings.ts';
import { Controls } from './Controls.tsx';
import { type LiveChart, LiveFigure } from './LiveFigure.tsx';
import { addressWith, noteText, readTyped, type Typed, typedFromAddress } from './state.ts';

interface Props {
  id: string;
  experiment: string;
  params: Parameters;
  controls: readonly string[];
  chart: LiveChart;
  lang: string;
  messages: Partial<Messages>;
  /** The figure of the default run, drawn at build. */
  children?: ComponentChildren;
}

type Status = { kind: 'idle' } | { kind: 'running'; progress: number } | { kind: 'text'; text: string };

const percent = (progress: number) => formatNumber(progress, { percentDecimals: 0 });

/** Controls, run and stop, progress, and the figure of an experiment. All computing is done by the worker. */
export default function ExperimentWidget({ id, experiment, params, controls, chart, lang, messages, children }: Props) {
  const t = useMemo(() => translatorOf(messages, lang), [messages, lang]);
  const [typed, setTyped] = useState<Typed>({});
  const [status, setStatus] = useState<Status>({ kind: 'idle' });
  const [shown, setShown] = useState<{ values: Values; frame: AnyFrame }>();
  const newest = useRef(0);
  const { values, notes } = useMemo(() => readTyped(params, typed), [params, typed]);

  async function run(asked: Values) {
    newest.current += 1;
    const mine = newest.current;
    setStatus({ kind: 'running', progress: 0 });
    history.replaceState(history.state, '', addressWith(location.href, id, params, asked));
    const show = (frame: AnyFrame | undefined) =>
      frame && mine === newest.current && setShown({ values: asked, frame });
    try {
      const { runExperiment } = await import('#lab/client.ts');
      const { outcome, frame, seconds } = await runExperiment(id, experiment, asked, (frame) => {
        show(frame);
        if (mine === newest.current) setStatus({ kind: 'running', progress: frame.progress });
      });
      show(frame);
      if (mine !== newest.current) return;
      const stopped = t('widget.stopped', { percent: percent(frame?.progress ?? 0) });
      setStatus({
        kind: 'text',
        text: outcome === 'done' ? t('widget.done', { seconds: formatNumber(seconds, { decimals: 1 }) }) : stopped,
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (mine === newest.current) setStatus({ kind: 'text', text: t('widget.failed', { message }) });
    }
  }

  async function stop() {
    const { stopExperiment } = await import('#lab/client.ts');
    stopExperiment(id);
  }

  async function copyLink() {
    const link = addressWith(location.href, id, params, values);
    try {
      await navigator.clipboard.writeText(link);
      setStatus({ kind: 'text', text: t('widget.linkCopied') });
    } catch {
      setStatus({ kind: 'text', text: t('widget.linkShown', { link }) });
    }
  }

  useEffect(() => {
    const fromAddress = typedFromAddress(location.search, id);
    if (Object.keys(fromAddress).length === 0) return;
    setTyped(fromAddress);
    void run(readTyped(params, fromAddress).values);
  }, []);

  const running = status.kind === 'running';
  return (
    <form
      class="widget"
      data-widget={id}
      data-state={status.kind}
      onSubmit={(event) => {
        event.preventDefault();
        void run(values);
      }}
    >
      <div class="widget-figure">{shown ? <LiveFigure id={chart} run={shown} t={t} lang={lang} /> : children}</div>
      <Controls
        prefix={id}
        params={params}
        names={controls}
        typed={typed}
        t={t}
        onChange={(name, value) => setTyped({ ...typed, [name]: value })}
      />
      <div class="notes" role="status">
        {notes.map((note) => (
          <p key={note.key}>{noteText(note, t)}</p>
        ))}
      </div>
      <div class="buttons">
        <button type="submit" class="primary">
          {t('widget.run')}
        </button>
        <button type="button" disabled={!running} onClick={() => void stop()}>
          {t('widget.stop')}
        </button>
        <button type="button" onClick={() => setTyped({})}>
          {t('widget.reset')}
        </button>
        <button type="button" onClick={() => void copyLink()}>
          {t('widget.link')}
        </button>
        <progress max={1} value={running ? status.progress : 0} hidden={!running} aria-label={t('widget.run')} />
        <span class="status" role="status">
          {status.kind === 'running' && t('widget.progress', { percent: percent(status.progress) })}
          {status.kind === 'text' && status.text}
        </span>
      </div>
    </form>
  );
}
