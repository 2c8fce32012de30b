import { createHash } from 'node:crypto';
import type { PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { drawPanel } from './draw.ts';

/** Coordinates with a tenth of a pixel: nothing that an eye could see is lost, and the page is a third smaller. */
const roundCoordinates = (svg: string) =>
  svg.replace(/ (d|x|y|x1|x2|y1|y2|cx|cy|transform)="([^"]*)"/g, (_, name: string, value: string) => {
    return ` ${name}="${value.replace(/-?\d+\.\d{2,}(?!\d*e)/g, (digits) => String(Math.round(Number(digits) * 10) / 10))}"`;
  });

/**
 * Plot numbers its clip paths (plot-clip-1, plot-clip-2, ...) over everything it ever drew, and starts anew on the page.
 * Here they are numbered in each drawing, after a hash of what it shows and of `name`: a page is the same in whatever
 * order pages are built, and no live drawing meets the ids of a built one.
 */
function ownIds(svg: string, name: string): string {
  const ids = [...new Set(svg.match(/plot-clip-\d+/g) ?? [])];
  const rename = (prefix: string) => svg.replace(/plot-clip-\d+/g, (id) => `${prefix}-${ids.indexOf(id) + 1}`);
  const hash = createHash('sha256')
    .update(name + rename('clip'))
    .digest('hex')
    .slice(0, 10);
  return rename(`clip-${hash}`);
}

/** Draws panels to SVG text while the site is built; `name` tells equal drawings of one page apart. */
export function drawAtBuild(panels: readonly PlotOptions[], name = ''): string[] {
  return panels.map((options) => {
    const { document } = parseHTML('<html><body></body></html>');
    return ownIds(roundCoordinates(drawPanel(options, document as unknown as Document).outerHTML), name);
  });
}
