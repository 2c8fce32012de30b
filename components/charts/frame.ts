import { type Markish, type PlotOptions, text } from '@observablehq/plot';
import type { Translate } from '#i18n/translate.ts';

/** What all charts of the course have in common; colors and fonts come from figure.css. */
export const chartFrame = {
  className: 'plot',
  style: { fontSize: '13px', overflow: 'visible' },
  marginTop: 34,
  marginBottom: 44,
  marginLeft: 62,
} satisfies PlotOptions;

export const frameRows = (height: number): [number, number] => [chartFrame.marginTop, height - chartFrame.marginBottom];

/** Room to the right of the lines for their labels. */
export const labelRoom = (labels: readonly string[]) => 18 + Math.max(0, ...labels.map(displayWidth));

/** A rough width in pixels at 13 px: full-width characters count double. */
const displayWidth = (label: string) => [...label].reduce((sum, char) => sum + (char > '⺀' ? 13.5 : 7.3), 0);

/** Said in the middle of a log axis that has nothing to show. */
export const emptyNote = (t: Translate): Markish =>
  text([t('chart.nothingToShow')], { frameAnchor: 'middle', fontSize: 13, fill: 'var(--muted)', lineWidth: 24 });
