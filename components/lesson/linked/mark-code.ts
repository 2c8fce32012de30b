import type { QuantityId } from '#experiments/quantities.ts';
import { symbols } from './symbols.ts';

/** Where a source names a quantity: offsets of the first character and of that after the last. */
export interface NamedPlace {
  quantity: QuantityId;
  start: number;
  end: number;
}

const words = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
/** What a template computes stands in `${}`; all else in it is text. Braces within are taken for text, too. */
const inTemplate = /\$\{[^{}]*\}|[^\n]/g;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** The source with spaces in place of its comments and texts: what is left is code, at its place. */
const codeOf = (source: string): string =>
  source.replace(words, (text) =>
    text.startsWith('`') ? text.replace(inTemplate, (part) => (part.length > 1 ? part : ' ')) : blank(text),
  );

const escaped = (text: string) => text.replace(/[()[\].]/g, '\\$&');

/** Where the code, and not its comments and texts, names one of these quantities: whole words, the longest name first. */
export function placesOf(source: string, quantities: readonly QuantityId[]): NamedPlace[] {
  const quantityOf = new Map(quantities.flatMap((id) => symbols[id].code.map((name) => [name, id] as const)));
  if (quantityOf.size === 0) return [];
  const names = [...quantityOf.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const found = codeOf(source).matchAll(new RegExp(`(?<![\\w$.])(?:${names.join('|')})(?![\\w$])`, 'g'));
  return [...found].map(({ 0: name, index }) => ({
    quantity: quantityOf.get(name) as QuantityId,
    start: index,
    end: index + name.length,
  }));
}

/** A transformer of Shiki's: names of these quantities become elements with `data-quantity`. */
export const markNames = (quantities: readonly QuantityId[]) => ({
  name: 'linked-quantities',
  preprocess(code: string, options: { decorations?: unknown[] }) {
    options.decorations = placesOf(code, quantities).map(({ quantity, start, end }) => ({
      start,
      end,
      properties: { 'data-quantity': quantity },
    }));
  },
});
