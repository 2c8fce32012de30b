import type { FunctionComponent } from 'preact';
import type { Chart, ChartContext, Run } from '#charts/chart.ts';

const loaders = {
  'activation-histograms': () => import('#charts/activation-histograms.ts'),
  clipping: () => import('#charts/clipping.ts'),
  normalization: () => import('#charts/normalization.ts'),
  'train-toy': () => import('#charts/train-toy.ts'),
  correlation: () => import('#charts/correlation.ts'),
  'depth-sweep': () => import('#charts/depth-sweep.ts'),
  'gradient-flow': () => import('#charts/gradient-flow.ts'),
  'one-layer': () => import('#charts/one-layer.ts'),
  symmetry: () => import('#charts/symmetry.ts'),
  precision: () => import('#charts/precision.ts'),
  'train-digits': () => import('#charts/train-digits.ts'),
  'variance-map': () => import('#charts/variance-map.ts'),
  weights: () => import('#charts/weights.ts'),
};

export type LiveChart = keyof typeof loaders;

/** What a widget shows below its controls: findings of a run that are words and numbers rather than a drawing. */
export type Report = FunctionComponent<ChartContext & { run: Run<unknown> }>;

const reports: Partial<Record<LiveChart, () => Promise<Report>>> = {
  weights: async () => (await import('./WeightsReport.tsx')).WeightsReport as unknown as Report,
};

export interface Drawer {
  chart: Chart<Run<unknown>>;
  drawPanel: typeof import('#charts/draw.ts').drawPanel;
  LiveFigure: typeof import('./LiveFigure.tsx').LiveFigure;
  Report: Report | undefined;
}

/** Plot and the chart come over the wire only when there is something new to draw. */
export async function loadDrawer(id: LiveChart): Promise<Drawer> {
  const [{ chart }, { drawPanel }, { LiveFigure }, Report] = await Promise.all([
    loaders[id](),
    import('#charts/draw.ts'),
    import('./LiveFigure.tsx'),
    reports[id]?.(),
  ]);
  return { chart: chart as unknown as Chart<Run<unknown>>, drawPanel, LiveFigure, Report };
}
