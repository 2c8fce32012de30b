import { type Facts, factsOf, host } from './facts.ts';

const note = document.createElement('div');
note.className = 'quantity-note';
note.hidden = true;
host.append(note);

export { note };

/** Pixels between a symbol and its note, and between a note and the edge of the screen. */
const gap = 8;

function element(name: string, className: string, ...children: (Node | string)[]) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** The symbol as it stands in the formula or in the code, without its marks. */
function symbolOf(mark: HTMLElement): HTMLElement {
  if (mark.closest('pre')) return element('code', '', mark.textContent ?? '');
  const copy = mark.cloneNode(true) as HTMLElement;
  for (const each of [copy, ...copy.querySelectorAll<HTMLElement>('[data-quantity]')]) {
    delete each.dataset.quantity;
    delete each.dataset.lit;
  }
  return element('span', 'katex', copy);
}

function entry(mark: HTMLElement, { name, rows }: Facts): HTMLElement {
  const values = rows.map(([label, value]) => element('div', '', element('dt', '', label), element('dd', '', value)));
  const title = element('p', 'quantity-name', symbolOf(mark), ' ', name);
  return element('div', 'quantity', title, ...(values.length > 0 ? [element('dl', '', ...values)] : []));
}

/** Says below a symbol, or above it where there is no room, what it and the symbols around it are, and their values. */
export function showNote(mark: HTMLElement) {
  const chain: HTMLElement[] = [];
  for (
    let at: HTMLElement | null | undefined = mark;
    at;
    at = at.parentElement?.closest<HTMLElement>('[data-quantity]')
  )
    chain.push(at);
  const facts = chain.map(factsOf);
  const source = element(
    'p',
    'quantity-source',
    facts.find(({ rows }) => rows.length > 0)?.source ?? facts[0]?.source ?? '',
  );
  note.replaceChildren(...chain.map((each, i) => entry(each, facts[i] as Facts)), source);
  note.hidden = false;
  place(mark);
}

/** How far below a symbol its line may end, in pixels, for the note to stand below the line. */
const rowHeight = 60;

function place(mark: HTMLElement) {
  const { left, top, bottom: end } = mark.getBoundingClientRect();
  const line = (mark.closest('.katex-base') ?? mark).getBoundingClientRect().bottom;
  const bottom = line - end < rowHeight ? Math.max(line, end) : end;
  const { offsetWidth: width, offsetHeight: height } = note;
  const room = document.documentElement.clientWidth - width - gap;
  const isAbove = bottom + gap + height > innerHeight && top - gap - height > 0;
  note.style.insetInlineStart = `${scrollX + Math.max(gap, Math.min(left, room))}px`;
  note.style.insetBlockStart = `${scrollY + (isAbove ? top - gap - height : bottom + gap)}px`;
}

export const hideNote = () => {
  note.hidden = true;
};
