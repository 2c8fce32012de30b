import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import type { Parameters, Values } from '#lab/settings.ts';
import { Buttons } from '../Buttons.tsx';
import { Controls } from '../Controls.tsx';
import { type Drawer, loadDrawer } from '../load-drawer.ts';
import { isEmptyChoice, readTyped, type Typed } from '../state.ts';
import { type Shown, useRun } from '../use-run.ts';
import { type Asked, addressNotes, queryOf } from './address.ts';
import { Downloads } from './Downloads.tsx';
import type { LaboratoryRow } from './rows.ts';
import { TakeHome } from './TakeHome.tsx';

interface Props {
  row: LaboratoryRow;
  asked: Asked;
  /** Changes when the reader comes here anew; 0 as long as nobody asked for anything. */
  visit: number;
  t: Translate;
  lang: string;
  heading: RefObject<HTMLHeadingElement>;
  onTyped(typed: Typed): void;
  onRun(values: Values): void;
  /** The figure of the default run, if it was drawn at build. */
  children?: ComponentChildren;
}

/** One experiment on the page: its controls, its run, and what can be taken along. One slot: a new run ends the one before. */
export function Bench({ row, asked, visit, t, lang, heading, onTyped, onRun, children }: Props) {
  const { id, params, chart, hasReport, hasScript } = row;
  const [alive, setAlive] = useState(false);
  const reading = useMemo(() => readTyped(params, asked.typed), [params, asked.typed]);
  const { values } = reading;
  const { shown, progress, message, setMessage, run, stop, clear } = useRun(
    'laboratory',
    id,
    () => loadDrawer(chart),
    t,
  );
  const Report = shown?.view.Report;
  const running = progress !== undefined;
  const nothingToRun = reading.notes.some(isEmptyChoice);
  const halt = useRef(stop);
  halt.current = stop;

  function start(used: Values) {
    onRun(used);
    void run(used);
  }

  function reset() {
    onTyped({});
    const { values: defaults } = readTyped(params, {});
    if (!children) return start(defaults);
    onRun(defaults);
    clear();
  }

  useEffect(() => {
    setAlive(true);
    return () => halt.current();
  }, []);

  useEffect(() => {
    if (visit === 0 || nothingToRun) return;
    if (children && Object.keys(asked.typed).length === 0) clear();
    else start(values);
  }, [visit]);

  return (
    <section class="bench" aria-labelledby="laboratory-experiment">
      <h2 id="laboratory-experiment" tabIndex={-1} ref={heading}>
        {t(`experiment.${id}` as MessageKey)}
      </h2>
      <p class="bench-question">{t(`question.${id}` as MessageKey)}</p>
      <form
        class="widget"
        data-widget={id}
        data-state={running ? 'running' : shown ? 'shown' : 'idle'}
        onSubmit={(event) => {
          event.preventDefault();
          if (!nothingToRun) start(values);
        }}
      >
        <Figure shown={shown} running={running} params={params} t={t} lang={lang}>
          {children}
        </Figure>
        <fieldset class="operation" aria-label={t('widget.label')} disabled={!alive}>
          <Controls
            prefix={`laboratory-${id}`}
            params={params}
            names={Object.keys(params)}
            typed={asked.typed}
            values={values}
            t={t}
            onChange={(name, text) => onTyped({ ...asked.typed, [name]: text })}
          />
          <div class="notes" role="status">
            {addressNotes(asked, row, t, lang).map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
          <Buttons
            progress={progress}
            message={message}
            canRun={!nothingToRun}
            link={() => new URL(queryOf(id, params, values), location.href).href}
            onMessage={setMessage}
            onStop={stop}
            onReset={reset}
            t={t}
          />
          <Downloads id={id} run={running ? undefined : shown} params={params} t={t} lang={lang} />
        </fieldset>
        {hasReport && shown && Report && (
          <div class="report">
            <Report run={shown} t={t} lang={lang} />
          </div>
        )}
      </form>
      {hasScript && <TakeHome id={id} values={values} t={t} />}
    </section>
  );
}

interface FigureProps {
  shown: Shown<Drawer> | undefined;
  running: boolean;
  params: Parameters;
  t: Translate;
  lang: string;
  children?: ComponentChildren;
}

/** The figure of the run, or the one that was built, or a word in its place. */
function Figure({ shown, running, params, t, lang, children }: FigureProps) {
  if (!shown) {
    const built = children || <p class="no-figure">{t(running ? 'widget.running' : 'laboratory.noFigure')}</p>;
    return <div class="widget-figure">{built}</div>;
  }
  const { LiveFigure, chart } = shown.view;
  return (
    <div class="widget-figure">
      <LiveFigure run={shown} params={params} t={t} lang={lang} />
      {shown.ended && <Summary>{chart.summary([shown], { t, lang })}</Summary>}
    </div>
  );
}

/** The drawing says the same to screen readers. */
export const Summary = ({ children }: { children?: ComponentChildren }) => (
  <p class="summary" aria-hidden="true">
    {children}
  </p>
);
