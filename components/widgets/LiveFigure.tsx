import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChartContext } from '#charts/chart.ts';
import { DataTable, Legend } from '#charts/FigureBody.tsx';
import type { Parameters } from '#lab/settings.ts';
import { settingsText } from './labels.ts';
import { linkedFigure } from './linked-data.ts';
import type { Drawer } from './load-drawer.ts';
import type { Shown } from './use-run.ts';

interface Props extends ChartContext {
  run: Shown<Drawer>;
  params: Parameters;
  /** The experiment, where formulas on the page may ask for its values. */
  experiment?: string;
  /** Whether its table is open at first, as that of the drawing which it replaces was. */
  opened?: boolean;
}

const narrowest = 300;
/** While a window is being resized, drawing would lag behind; it waits until the size has stayed so long. */
const millisecondsAtRest = 100;

/** A figure of a run on the page: the same chart functions as at build, drawn at the width there is. */
export function LiveFigure({ run, params, experiment, opened = false, t, lang }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(opened);
  const width = useWidth(host);
  const { chart, drawPanel } = run.view;
  // A long table is not made ten times a second for nobody.
  const table = useMemo(
    () => (open || run.ended ? chart.table([run], { t, lang }) : undefined),
    [run, open, chart, t, lang],
  );

  useLayoutEffect(() => {
    const panels = width === undefined ? [] : chart.panels([run], { t, lang, width });
    host.current?.replaceChildren(...panels.map((options) => drawPanel(options)));
  }, [run, chart, drawPanel, t, lang, width]);

  const legend = chart.legend?.([run], { t, lang, width: width ?? narrowest });
  const summary = run.ended ? chart.summary([run], { t, lang }) : t('widget.running');
  const linked = experiment && JSON.stringify(linkedFigure({ experiment, params, chart, run }, { t, lang }));
  return (
    <div class="figure-body" data-linked={linked}>
      {legend && <Legend entries={legend} />}
      <div class="drawing" role="img" aria-label={summary}>
        <div class="panels" ref={host} />
      </div>
      <DataTable table={table} label={t('figure.data')} open={open} onToggle={setOpen} />
      <p class="provenance">{t('widget.live', { settings: settingsText(params, run.values, t, lang) })}</p>
    </div>
  );
}

/** The width of an element, at least `narrowest`; it follows when the window, or what else decides it, comes to rest. */
function useWidth(host: RefObject<HTMLElement>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(narrowest, Math.floor(element.clientWidth)));
    measure();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, millisecondsAtRest);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [host]);
  return width;
}
