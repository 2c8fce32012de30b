import type { PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { drawPanel } from './draw.ts';

/** Coordinates with a tenth of a pixel: nothing that an eye could see is lost, and the page is a third smaller. */
const roundCoordinates = (svg: string) =>
  svg.replace(/ (d|x|y|x1|x2|y1|y2|cx|cy|transform)="([^"]*)"/g, (_, name: string, value: string) => {
    return ` ${name}="${value.replace(/-?\d+\.\d{2,}(?!\d*e)/g, (digits) => String(Math.round(Number(digits) * 10) / 10))}"`;
  });

/** Draws panels to SVG text while the site is built. */
export function drawAtBuild(panels: readonly PlotOptions[]): string[] {
  return panels.map((options) => {
    const { document } = parseHTML('<html><body></body></html>');
    return roundCoordinates(drawPanel(options, document as unknown as Document).outerHTML);
  });
}
