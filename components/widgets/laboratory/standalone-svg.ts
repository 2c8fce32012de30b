import type { ChartContext, LegendEntry } from '#charts/chart.ts';
import { displayWidth, wrapLabel } from '#charts/wrap-label.ts';
import type { Drawer } from '../load-drawer.ts';
import type { Shown } from '../use-run.ts';
import { withStyles } from './inline-styles.ts';

/** The widest column of a page, or a good part of a slide. */
const width = 800;
const margin = 24;
const lineHeight = 18;

/** What stands above and below a drawing. */
export interface Words {
  title: string;
  question: string;
  settings: string;
}

interface Piece {
  content: string;
  height: number;
}

/**
 * The figure of a run as a file that needs nothing around it: title, legend, drawing and settings on white, in the colors
 * of the light scheme. It is drawn anew, so that a phone saves the same figure as a desk.
 */
export function standaloneSvg(run: Shown<Drawer>, words: Words, context: ChartContext): string {
  const host = document.createElement('div');
  host.className = 'plot on-white';
  document.body.append(host);
  try {
    const inside = { ...context, width: width - 2 * margin };
    const { chart, drawPanel } = run.view;
    const { fontFamily } = getComputedStyle(host);
    const pieces = [
      titleOf(words),
      legendOf(chart.legend?.([run], inside) ?? [], host),
      panelsOf(
        chart.panels([run], inside).map((options) => drawPanel(options)),
        host,
      ),
      settingsOf(words),
    ];
    return page(pieces, chart.summary([run], context), fontFamily, context.lang);
  } finally {
    host.remove();
  }
}

/** The pieces one below the other. */
function page(pieces: readonly Piece[], summary: string, font: string, lang: string): string {
  let y = margin;
  const content = pieces.map((piece) => {
    const group = `<g transform="translate(${margin},${y})">${piece.content}</g>`;
    y += piece.height;
    return group;
  });
  const size = `width="${width}" height="${y + margin}" viewBox="0 0 ${width} ${y + margin}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${lang}" ${size} font-family="${escaped(font)}" font-size="13">`,
    `<desc>${escaped(summary)}</desc>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...content,
    '</svg>\n',
  ].join('\n');
}

const titleOf = ({ title, question }: Words): Piece => ({
  content: [
    `<text y="14" font-size="17" font-weight="600" fill="#1d1b18">${escaped(title)}</text>`,
    `<text y="34" font-size="14" fill="#5f5a51">${escaped(question)}</text>`,
  ].join(''),
  height: 58,
});

/** How the run was set, and where the figure comes from. */
function settingsOf({ settings }: Words): Piece {
  const lines = wrapLabel(settings, width - 2 * margin - 100);
  const spans = lines.map((line, index) => `<tspan x="0" y="${14 + index * lineHeight}">${escaped(line)}</tspan>`);
  const origin = `<tspan x="${width - 2 * margin}" y="14" text-anchor="end">Zero to He</tspan>`;
  return {
    content: `<text font-size="12" fill="#5f5a51">${spans.join('')}${origin}</text>`,
    height: Math.max(1, lines.length) * lineHeight,
  };
}

/** Panels side by side as far as there is room. */
function panelsOf(drawings: readonly Element[], host: Element): Piece {
  host.replaceChildren(...drawings);
  let [x, y, rowHeight] = [0, 0, 0];
  const content = drawings.map((drawing) => {
    const size = (name: string) => Number(drawing.getAttribute(name));
    if (x > 0 && x + size('width') > width - 2 * margin + 1) [x, y, rowHeight] = [0, y + rowHeight + 8, 0];
    const place = `translate(${x},${y})`;
    x += size('width');
    rowHeight = Math.max(rowHeight, size('height'));
    return groupOf(drawing, place);
  });
  return { content: content.join('\n'), height: y + rowHeight + 16 };
}

/** A drawing as a group: its elements with their looks, at a place. */
function groupOf(drawing: Element, place: string): string {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const styled = withStyles(drawing);
  for (const { name, value } of styled.attributes) {
    if (!/^(width|height|viewBox|xmlns.*|aria-.*)$/.test(name)) group.setAttribute(name, value);
  }
  group.setAttribute('transform', place);
  group.append(...styled.childNodes);
  return new XMLSerializer().serializeToString(group).replace(/ xmlns(:\w+)?="[^"]*"/g, '');
}

/** A row, or several, of samples with their names. */
function legendOf(entries: readonly LegendEntry[], host: HTMLElement): Piece {
  const rowHeight = 22;
  let [x, y] = [0, 0];
  const content = entries.map((entry) => {
    const room = 42 + displayWidth(entry.label) + 22;
    if (x > 0 && x + room > width - 2 * margin) [x, y] = [0, y + rowHeight];
    const item = `<g transform="translate(${x},${y})">${sampleOf(entry, lightColor(entry.color, host))}`;
    x += room;
    return `${item}<text x="42" y="14" fill="#1d1b18">${escaped(entry.label)}</text></g>`;
  });
  return { content: content.join(''), height: entries.length > 0 ? y + rowHeight + 8 : 0 };
}

/** The same samples as `FigureBody.tsx` draws. */
function sampleOf({ dash, mark }: LegendEntry, color: string): string {
  if (mark === 'band') return `<rect x="1" y="5" width="32" height="10" fill="${color}" fill-opacity="0.18"/>`;
  if (mark === 'bar') return `<rect x="1" y="5" width="32" height="10" fill="${color}" fill-opacity="0.6"/>`;
  if (mark === 'dot') return `<circle cx="17" cy="10" r="4" fill="${color}"/>`;
  if (mark === 'ring') return `<circle cx="17" cy="10" r="4" fill="none" stroke="${color}" stroke-width="1.5"/>`;
  if (mark === 'triangle') return `<path d="M12.5,14h9l-4.5,-8z" fill="${color}"/>`;
  const pattern = dash === 'none' ? '' : ` stroke-dasharray="${dash}"`;
  const ends = dash.startsWith('0.1') ? ' stroke-linecap="round"' : '';
  return `<path d="M1,10H33" stroke="${color}" stroke-width="${mark === 'thin' ? 1.25 : 2.5}"${pattern}${ends}/>`;
}

/** What a color variable means on white. */
function lightColor(color: string, host: HTMLElement): string {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  probe.style.stroke = color;
  host.replaceChildren(probe);
  return withStyles(probe).getAttribute('stroke') ?? '#000000';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
