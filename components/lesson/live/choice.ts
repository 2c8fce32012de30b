import { textsOf } from './texts.ts';

/**
 * When the reader sends the form in an element: says what `texts` has for a right, a wrong, or no choice, marks the row
 * of the chosen option, and then calls `chosen`.
 */
export function onChoice(element: HTMLElement, chosen: (row: HTMLElement) => void): void {
  const texts = textsOf(element);
  element.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const row = element.querySelector<HTMLElement>('.option:has(:checked)');
    const verdict = row && (row.dataset.right === undefined ? 'wrong' : 'right');
    say(element, texts[verdict ?? 'none'], verdict ?? undefined);
    if (!row || !verdict) return;
    row.dataset.verdict = verdict;
    chosen(row);
  });
}

/** Says a text where a screen reader listens. */
export function say(element: HTMLElement, text = '', verdict?: string): void {
  const output = element.querySelector('output');
  if (!output) return;
  output.textContent = text;
  if (verdict) output.dataset.verdict = verdict;
}
