import type { LinkedFigure } from '#widgets/linked-data.ts';

/** What the page says about quantities in the reader's language, see LinkedMath.astro. */
interface Texts {
  noValue: string;
  covered: string;
  names: Readonly<Record<string, string>>;
  /** By quantity, the settings of experiments that set it. */
  settings: Readonly<Record<string, readonly string[]>>;
}

export const host = document.querySelector('linked-math') as HTMLElement;
export const texts = JSON.parse(host.dataset.texts ?? '{}') as Texts;

/** Says to those who hear the page what the note shows. */
export const status = document.createElement('p');
status.role = 'status';
status.className = 'visually-hidden';
host.append(status);

export interface FigureOnPage extends LinkedFigure {
  body: HTMLElement;
}

/** The figures that know of quantities, with what they show now. */
export const figures = (): FigureOnPage[] =>
  [...document.querySelectorAll<HTMLElement>('[data-linked]')].map((body) => ({
    body,
    ...(JSON.parse(body.dataset.linked ?? '{}') as LinkedFigure),
  }));

export const quantityOf = (mark: HTMLElement) => mark.dataset.quantity ?? '';

/** What is read together: a derivation, an equation that stands alone, a paragraph, a piece of code. */
const groupOf = (mark: Element) => mark.closest('.derivation') ?? mark.closest('.equation, p, li, figcaption, pre');

const knows = ({ values }: FigureOnPage, mark: HTMLElement) => quantityOf(mark) in values;

/** Its result is what the reader is asked to predict, and nobody has run it yet: the same selector as in predict.css. */
const covered = '[data-covered]:not(:has([data-state="running"], [data-state="shown"]))';
const isCovered = ({ body }: FigureOnPage) => body.closest(covered) !== null;

/**
 * The figure whose values a mark shows: of those that have one for it, the figure that knows most of the quantities that are
 * read together with it, so that they come from one experiment; else the next one below, else the last one above.
 */
function figureFor(mark: HTMLElement): FigureOnPage | undefined {
  const ids = new Set([...(groupOf(mark)?.querySelectorAll<HTMLElement>('[data-quantity]') ?? [mark])].map(quantityOf));
  const known = ({ values }: FigureOnPage) => [...ids].filter((id) => id in values).length;
  const able = figures().filter((figure) => knows(figure, mark) && !isCovered(figure));
  const best = able.filter((figure) => known(figure) === Math.max(...able.map(known)));
  const isBelow = ({ body }: FigureOnPage) => mark.compareDocumentPosition(body) & Node.DOCUMENT_POSITION_FOLLOWING;
  return best.find(isBelow) ?? best.at(-1);
}

/** All that is known of one quantity: its name, its values, and what they belong to. */
export interface Facts {
  name: string;
  rows: LinkedFigure['values'][string];
  source: string;
}

export function factsOf(mark: HTMLElement): Facts {
  const id = quantityOf(mark);
  const figure = figureFor(mark);
  const isSecret = figures().some((each) => knows(each, mark) && isCovered(each));
  const source = figure?.source ?? (isSecret ? texts.covered : texts.noValue);
  return { name: texts.names[id] ?? id, rows: figure?.values[id] ?? [], source };
}

/** The values as one line, for those who hear the page. */
export const spokenValues = ({ rows, source }: Facts): string =>
  [rows.map((row) => row.join(' ')).join(', '), source].filter(Boolean).join('. ');
