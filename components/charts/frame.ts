import { type Markish, type PlotOptions, text } from '@observablehq/plot';
import type { Translate } from '#i18n/translate.ts';
import { wrapLabel } from './wrap-label.ts';

/** What all charts of the course have in common; colors and fonts come from figure.css. */
export const chartFrame = {
  className: 'plot',
  style: { fontSize: '13px', overflow: 'visible' },
  marginTop: 34,
  marginBottom: 44,
  marginLeft: 62,
} satisfies PlotOptions;

/** The first and the last pixel row inside the frame of a panel of this height. */
export const frameRows = (height: number): [number, number] => [chartFrame.marginTop, height - chartFrame.marginBottom];

/** Said in the middle of a log axis that has nothing to show; `room` is the width of the frame inside, in pixels. */
export const emptyNote = (t: Translate, room: number): Markish =>
  text([wrapLabel(t('chart.nothingToShow'), Math.min(310, room)).join('\n')], {
    frameAnchor: 'middle',
    fontSize: 13,
    lineHeight: 1.3,
    fill: 'var(--muted)',
    stroke: 'var(--plot-background)',
    strokeWidth: 6,
  });
