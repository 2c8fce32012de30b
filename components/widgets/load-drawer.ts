import type { Chart, Run } from '#charts/chart.ts';

const loaders = {
  'depth-sweep': () => import('#charts/depth-sweep.ts'),
  'one-layer': () => import('#charts/one-layer.ts'),
  'train-digits': () => import('#charts/train-digits.ts'),
};

export type LiveChart = keyof typeof loaders;

export interface Drawer {
  chart: Chart<Run<unknown>>;
  drawPanel: typeof import('#charts/draw.ts').drawPanel;
}

/** Plot and the chart come over the wire only when there is something new to draw. */
export async function loadDrawer(id: LiveChart): Promise<Drawer> {
  const [{ chart }, { drawPanel }] = await Promise.all([loaders[id](), import('#charts/draw.ts')]);
  return { chart: chart as unknown as Chart<Run<unknown>>, drawPanel };
}
