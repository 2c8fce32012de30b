import { note } from './note.ts';
import { hide, show, shown } from './show.ts';

export { enter } from './keys.ts';

/** Milliseconds: a pointer that only passes opens nothing, and one may leave a symbol for its note. */
const toOpen = 120;
const toClose = 250;

let timer: ReturnType<typeof setTimeout> | undefined;

function later(milliseconds: number, act: () => void) {
  clearTimeout(timer);
  timer = setTimeout(act, milliseconds);
}

/** The pointer has come to a symbol; a mouse may have left it again while this script was on its way. */
export function point(mark: HTMLElement, { pointerType }: Event & { pointerType?: string }) {
  if (pointerType === 'mouse' && !mark.matches(':hover')) return;
  if (mark === shown) clearTimeout(timer);
  else later(toOpen, () => show(mark));
}

const isOurs = (target: EventTarget | null) => (target as Element).closest('[data-quantity], .quantity-note') !== null;

document.addEventListener('pointerout', ({ target, pointerType }) => {
  if (isOurs(target) && pointerType !== 'touch') later(toClose, hide);
});
note.addEventListener('pointerover', () => clearTimeout(timer));
document.addEventListener('pointerdown', ({ target }) => {
  if (shown && !isOurs(target)) hide();
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  clearTimeout(timer);
  hide();
});
