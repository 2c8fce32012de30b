import { type PlotOptions, plot, type Scale } from '@observablehq/plot';

/** Pixels of a drawing, and where its two axes put their numbers, for what stands over it on the page. */
export interface DrawnAxes {
  width: number;
  height: number;
  x: Axis;
  y: Axis;
}

/** An axis from the first number of its domain, at the first pixel of its range, to the last. */
export interface Axis {
  domain: readonly [number, number];
  range: readonly [number, number];
}

/** The axes of a panel with a linear x-axis and a logarithmic y-axis. @throws if they are of another kind */
export function drawnAxes(options: PlotOptions, document: Document): DrawnAxes {
  const { scale } = plot({ ...options, document });
  return {
    width: options.width ?? Number.NaN,
    height: options.height ?? Number.NaN,
    x: axisOf('x', 'linear', scale('x')),
    y: axisOf('y', 'log', scale('y')),
  };
}

function axisOf(name: string, wanted: 'linear' | 'log', scale: Scale | undefined): Axis {
  if (scale?.type !== wanted) throw new Error(`the ${name}-axis must be ${wanted}, and is ${scale?.type ?? 'missing'}`);
  return { domain: ends(scale.domain ?? []), range: ends(scale.range ?? []) };
}

const ends = (values: Iterable<unknown>): [number, number] => {
  const [first, last] = [...values].map(Number);
  return [first ?? Number.NaN, last ?? Number.NaN];
};

/** The pixel of a number on a linear axis. */
export function onLinearAxis({ domain: [low, high], range: [first, last] }: Axis, value: number): number {
  return first + ((value - low) / (high - low)) * (last - first);
}
