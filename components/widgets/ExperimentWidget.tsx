import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { translatorOf } from '#i18n/translate.ts';
import type { Messages } from '#i18n/types.ts';
import type { Parameters, Values } from '#lab/settings.ts';
import { Buttons } from './Buttons.tsx';
import { Controls } from './Controls.tsx';
import { queryOf } from './laboratory/address.ts';
import { type LiveChart, loadDrawer } from './load-drawer.ts';
import { addressWith, isEmptyChoice, noteText, readTyped, startingAt, type Typed, typedFromAddress } from './state.ts';
import { useRun } from './use-run.ts';

interface Props {
  id: string;
  experiment: string;
  params: Parameters;
  /** Where the settings of the figure that was drawn at build differ from the experiment's defaults. */
  begin: Values;
  controls: readonly string[];
  chart: LiveChart;
  lang: string;
  messages: Partial<Messages>;
  /** The address of the page that has all settings of the experiment. */
  laboratory: string;
  /** The figure of its first run, drawn at build. */
  children?: ComponentChildren;
  /** Whether it tells below the controls what a run found; for the first run that is `report`, made at build. */
  hasReport: boolean;
  report?: ComponentChildren;
}

/** Controls, run and stop, progress, and the figure of an experiment. */
export default function ExperimentWidget(props: Props) {
  const { id, experiment, params, begin, controls, chart, lang, messages, laboratory, children, hasReport, report } =
    props;
  const own = useMemo(() => startingAt(params, begin), [params, begin]);
  const t = useMemo(() => translatorOf(messages, lang), [messages, lang]);
  const [alive, setAlive] = useState(false);
  const [typed, setTyped] = useState<Typed>({});
  const { values, notes } = useMemo(() => readTyped(own, typed), [own, typed]);
  const { shown, progress, message, setMessage, run, stop, clear } = useRun(id, experiment, () => loadDrawer(chart), t);
  const { LiveFigure, Report } = shown?.view ?? {};
  const running = progress !== undefined;

  const writeAddress = (asked: Values) =>
    history.replaceState(history.state, '', addressWith(location.href, id, own, asked));

  function start(reading: ReturnType<typeof readTyped>) {
    if (reading.notes.some(isEmptyChoice)) return;
    writeAddress(reading.values);
    void run(reading.values);
  }

  function reset() {
    setTyped({});
    writeAddress(readTyped(own, {}).values);
    clear();
  }

  useEffect(() => {
    setAlive(true);
    const fromAddress = typedFromAddress(location.search, id, controls);
    if (Object.keys(fromAddress).length === 0) return;
    setTyped(fromAddress);
    start(readTyped(own, fromAddress));
  }, []);

  return (
    <form
      class="widget"
      data-widget={id}
      data-state={running ? 'running' : shown ? 'shown' : 'idle'}
      onSubmit={(event) => {
        event.preventDefault();
        start({ values, notes });
      }}
    >
      <div class="widget-figure">
        {shown && LiveFigure ? (
          <LiveFigure
            run={shown}
            params={params}
            experiment={experiment}
            // Asked here, since the drawing of the build is gone when its successor renders.
            opened={document.querySelector(`[data-widget="${id}"] .data[open]`) !== null}
            t={t}
            lang={lang}
          />
        ) : (
          children
        )}
      </div>
      {/* Before the script has come, a button would send the form. */}
      <fieldset class="operation" aria-label={t('widget.label')} disabled={!alive}>
        <Controls
          prefix={id}
          params={own}
          names={controls}
          typed={typed}
          values={values}
          t={t}
          onChange={(name, value) => setTyped({ ...typed, [name]: value })}
        />
        <div class="notes" role="status">
          {notes.map((note) => (
            <p key={note.key}>{noteText(note, t, lang)}</p>
          ))}
        </div>
        <Buttons
          progress={progress}
          message={message}
          canRun={!notes.some(isEmptyChoice)}
          link={() => addressWith(location.href, id, own, values)}
          onMessage={setMessage}
          onStop={stop}
          onReset={reset}
          t={t}
        >
          <a href={laboratory + queryOf(experiment, params, values)}>{t('widget.laboratory')}</a>
        </Buttons>
      </fieldset>
      {hasReport && <div class="report">{shown && Report ? <Report run={shown} t={t} lang={lang} /> : report}</div>}
    </form>
  );
}
