import { factsOf, spokenValues, status } from './facts.ts';
import { hide, show } from './show.ts';

/** The symbols that a bar leads to: those of its derivation or equation that are not folded away. */
const marksOf = (bar: HTMLElement) =>
  [...(bar.parentElement?.querySelectorAll<HTMLElement>('[data-quantity]') ?? [])].filter((mark) =>
    mark.checkVisibility(),
  );

function newButton() {
  const button = document.createElement('button');
  button.type = 'button';
  return button;
}

/** The focus has come to a bar from elsewhere: it gets a button for each symbol, of which one is a stop of the Tab key. */
export function enter(bar: HTMLElement, { relatedTarget }: Event & { relatedTarget?: EventTarget | null }) {
  if (bar.contains(relatedTarget as Node | null)) return;
  const { length } = marksOf(bar);
  while (bar.children.length < length) bar.append(newButton());
  while (bar.children.length > length) bar.lastElementChild?.remove();
  const index = [...bar.children].indexOf(document.activeElement as Element);
  if (index >= 0) come(bar, index);
}

/** To a symbol: its button gets the focus and lies over it. */
function come(bar: HTMLElement, index: number) {
  const buttons = [...bar.children] as HTMLElement[];
  const [mark, button] = [marksOf(bar)[index], buttons[index]];
  if (!mark || !button) return;
  for (const each of buttons) each.tabIndex = each === button ? 0 : -1;
  mark.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const [at, origin] = [mark.getBoundingClientRect(), bar.getBoundingClientRect()];
  Object.assign(button.style, {
    insetInlineStart: `${at.left - origin.left}px`,
    insetBlockStart: `${at.top - origin.top}px`,
    inlineSize: `${at.width}px`,
    blockSize: `${at.height}px`,
  });
  const facts = factsOf(mark);
  button.ariaLabel = facts.name;
  button.focus({ preventScroll: true });
  show(mark);
  status.textContent = spokenValues(facts);
}

/** How far a key leads; beyond the first and the last symbol there is none. */
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const barOf = (target: EventTarget | null) => (target as Element).closest<HTMLElement>('.symbol-stops');

document.addEventListener('keydown', (event) => {
  const [bar, step] = [barOf(event.target), steps[event.key]];
  if (!bar || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const index = [...bar.children].indexOf(event.target as Element) + step;
  come(bar, Math.max(0, Math.min(index, bar.children.length - 1)));
});

document.addEventListener('focusout', ({ target, relatedTarget }) => {
  const bar = barOf(target);
  if (bar && !bar.contains(relatedTarget as Node | null)) hide();
});
