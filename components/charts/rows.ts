import { type Markish, text } from '@observablehq/plot';
import { fitsLabels } from './end-labels.ts';
import { displayWidth, wrapLabel } from './wrap-label.ts';

/** Histograms of several layers, one below the other over one axis: row k of a linear y axis lies between k and k + 1. */

const mostRows = 6;
const fontSize = 12;
const lineHeight = 1.35;
const linePixels = fontSize * lineHeight;
const wideRow = 74;
const narrowRow = 62;
const plainRoom = 14;

/** Layers from 1 to `depth`, the first and the last among them: all, or six at even distances. */
export function pickRows(depth: number): number[] {
  const count = Math.min(depth, mostRows);
  return Array.from({ length: count }, (_, i) => (count === 1 ? 1 : 1 + Math.round((i * (depth - 1)) / (count - 1))));
}

export interface RowPitch {
  /** Of a row, in pixels. */
  height: number;
  marginRight: number;
  /** The share of the height that is for the bars. */
  highest: number;
}

/** Room for notes: beside the rows where a drawing is wide, else above the bars of each row. */
export function rowPitch(notes: readonly (readonly string[])[], width: number): RowPitch {
  const most = Math.max(0, ...notes.map((lines) => lines.length));
  if (!fitsLabels(width)) {
    const height = narrowRow + most * linePixels;
    return { height, marginRight: plainRoom, highest: (narrowRow - 12) / height };
  }
  const longest = scale * Math.max(0, ...notes.flat().map(displayWidth));
  const marginRight = Math.min(Math.ceil(longest) + 18, Math.floor(0.36 * width));
  const lines = Math.max(0, ...notes.map((each) => wrapAll(each, marginRight - 18).length));
  return { height: Math.max(wideRow, lines * linePixels + 14), marginRight, highest: 0.82 };
}

/** `displayWidth` is that of labels of 13 px. */
const scale = fontSize / 13;

const wrapAll = (lines: readonly string[], room: number) =>
  lines.flatMap((line) => wrapLabel(line, Math.ceil(room / scale)));

/** The notes of each row: at its right, ending at its base, or at its top. */
export function rowNotes(notes: readonly (readonly string[])[], width: number): Markish[] {
  const isWide = fitsLabels(width);
  const { marginRight } = rowPitch(notes, width);
  return notes.flatMap((lines, row) => {
    const words = isWide ? wrapAll(lines, marginRight - 18) : lines;
    if (words.length === 0) return [];
    return [
      text([row], {
        y: isWide ? row + 1 : row,
        text: () => words.join('\n'),
        frameAnchor: isWide ? 'right' : 'left',
        textAnchor: 'start',
        lineAnchor: isWide ? 'bottom' : 'top',
        dx: isWide ? 10 : 4,
        dy: isWide ? -6 : 9,
        fontSize,
        lineHeight,
        fill: 'var(--ink)',
      }),
    ];
  });
}
