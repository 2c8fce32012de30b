/** What a prediction covers; a prediction without a figure covers nothing. */
export const coveredBy = (prediction: HTMLElement) => document.getElementById(prediction.dataset.target ?? '');

/**
 * Uncovers what a prediction covers, and closes the question. In place of its buttons stands a link to the result. The
 * keyboard's place on the page goes there too, or stays at the figure if the reader skipped the question from there.
 */
export function reveal(prediction: HTMLElement): void {
  const target = coveredBy(prediction);
  const link = prediction.querySelector<HTMLElement>('a[hidden]');
  if (!target || !link) return;
  const fromFigure = target.querySelector('.cover')?.contains(document.activeElement);
  const fromQuestion = prediction.contains(document.activeElement);
  target.removeAttribute('data-covered');
  prediction.querySelector('fieldset')?.setAttribute('disabled', '');
  for (const button of prediction.querySelectorAll('button')) button.hidden = true;
  link.hidden = false;
  if (fromFigure) target.tabIndex = -1;
  if (fromFigure || fromQuestion) (fromFigure ? target : link).focus({ preventScroll: true });
}

/** Uncovers, and then calls `skipped`, when the reader skips the question: there, or on the cover. */
export function onSkip(prediction: HTMLElement, skipped: () => void): void {
  for (const place of [prediction, coveredBy(prediction)]) {
    place?.addEventListener('click', (event) => {
      if (!(event.target as Element).closest('[data-skip]')) return;
      reveal(prediction);
      skipped();
    });
  }
}
