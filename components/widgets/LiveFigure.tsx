import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chart, ChartContext, Run } from '#charts/chart.ts';
import { DataTable, Legend } from '#charts/FigureBody.tsx';

const loaders = {
  'depth-sweep': () => import('#charts/depth-sweep.ts'),
  'one-layer': () => import('#charts/one-layer.ts'),
  'train-digits': () => import('#charts/train-digits.ts'),
};

export type LiveChart = keyof typeof loaders;

interface Drawer {
  chart: Chart<Run<unknown>>;
  drawPanel: typeof import('#charts/draw.ts').drawPanel;
}

/** Plot and the chart come over the wire only when there is something new to draw. */
async function loadDrawer(id: LiveChart): Promise<Drawer> {
  const [{ chart }, { drawPanel }] = await Promise.all([loaders[id](), import('#charts/draw.ts')]);
  return { chart: chart as unknown as Chart<Run<unknown>>, drawPanel };
}

interface Props extends ChartContext {
  id: LiveChart;
  run: Run<unknown>;
}

/** A figure of a run on the page: the same chart functions as at build, drawn at the width there is. */
export function LiveFigure({ id, run, t, lang }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [drawer, setDrawer] = useState<Drawer>();

  useEffect(() => {
    void loadDrawer(id).then((loaded) => setDrawer(() => loaded));
  }, [id]);

  useEffect(() => {
    if (!drawer || !host.current) return;
    const width = Math.max(300, Math.floor(host.current.clientWidth));
    const panels = drawer.chart.panels([run], { t, lang, width });
    host.current.replaceChildren(...panels.map((options) => drawer.drawPanel(options)));
  }, [drawer, run]);

  const legend = drawer?.chart.legend?.([run], { t, lang });
  return (
    <div class="figure-body">
      {legend && <Legend entries={legend} />}
      <div class="drawing" role="img" aria-label={drawer?.chart.summary([run], { t, lang }) ?? t('widget.label')}>
        <div class="panels" ref={host} />
      </div>
      {drawer && <DataTable table={drawer.chart.table([run], { t, lang })} label={t('figure.data')} />}
    </div>
  );
}
