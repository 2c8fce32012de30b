import type { ChartContext } from '#charts/chart.ts';
import { resultText } from '#lab/result-text.ts';
import type { Drawer } from '../load-drawer.ts';
import type { Shown } from '../use-run.ts';
import { csvOf } from './csv.ts';
import { standaloneSvg, type Words } from './standalone-svg.ts';

export type FileKind = 'csv' | 'json' | 'svg' | 'png';

/** What a file is made of: a run, and its words. */
export interface Result extends ChartContext {
  id: string;
  run: Shown<Drawer>;
  words: Words;
}

const makers: Readonly<Record<FileKind, (result: Result) => Blob | Promise<Blob>>> = {
  csv: ({ run, t, lang }) => new Blob([csvOf(run.view.chart, run, { t, lang })], { type: 'text/csv' }),
  json: ({ id, run }) => new Blob([resultText(id, run.values, run.frame)], { type: 'application/json' }),
  svg: (result) => svgOf(result),
  png: (result) => rasterize(svgOf(result)),
};

const svgOf = ({ run, words, t, lang }: Result) =>
  new Blob([standaloneSvg(run, words, { t, lang })], { type: 'image/svg+xml' });

/** Saves a result under a name such as `depth-sweep-seed-7.csv`, and returns the name. */
export async function saveResult(kind: FileKind, result: Result): Promise<string> {
  const { seed } = result.run.values;
  const name = `${result.id}${seed === undefined ? '' : `-seed-${seed}`}.${kind}`;
  saveBlob(await makers[kind](result), name);
  return name;
}

export function saveBlob(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser takes the content later than the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Twice as many pixels as the figure is wide: sharp in print and on a projector. */
const pixelsPerUnit = 2;

/** @throws an Error if the browser cannot draw the figure */
async function rasterize(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * pixelsPerUnit;
    canvas.height = image.naturalHeight * pixelsPerUnit;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!png) throw new Error(`a canvas of ${canvas.width} x ${canvas.height} pixels gave no image`);
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
