import { figures, quantityOf, texts } from './facts.ts';

/** Everything on the page that speaks of a quantity: symbols, names in code, what charts draw, and the settings of experiments. */
function placesOf(id: string): Element[] {
  const inFigures = figures().flatMap(({ body, shows }) => {
    const settings = (texts.settings[id] ?? []).map((name) => `label[for$="-${name}"]`);
    return [
      ...(shows[id as keyof typeof shows] ? body.querySelectorAll(shows[id as keyof typeof shows] as string) : []),
      ...(settings.length > 0 ? (body.closest('form')?.querySelectorAll(settings.join()) ?? []) : []),
    ];
  });
  return [...document.querySelectorAll(`[data-quantity="${id}"]`), ...inFigures];
}

/** Lights a mark and everything that speaks of the same quantity, and nothing else. */
export function light(mark: HTMLElement | undefined) {
  for (const lit of document.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  if (!mark) return;
  for (const place of placesOf(quantityOf(mark))) place.setAttribute('data-lit', '');
  mark.dataset.lit = 'here';
}
