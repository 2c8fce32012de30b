const places = '.exercise, .predict, .cover, .curve-to-draw, code-cell, claim-test';
const signs = ['pointerover', 'focusin', 'click'] as const;
let loading: Promise<unknown> | undefined;

/**
 * Exercises, cells and tests cost nothing until the reader comes to one, with a pointer or with the keyboard. A button that is pressed
 * before the script is there is pressed again when it is.
 */
async function wake(event: Event): Promise<void> {
  const target = event.target as Element;
  if (!target.closest(places)) return;
  const button = event.type === 'click' ? target.closest('button') : null;
  if (button) event.preventDefault();
  loading ??= import('./index.ts');
  try {
    await loading;
  } catch {
    loading = undefined; // the next sign tries again
    return;
  }
  for (const sign of signs) removeEventListener(sign, wake);
  button?.click();
}
for (const sign of signs) addEventListener(sign, wake);
