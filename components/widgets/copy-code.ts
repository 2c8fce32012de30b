let last: Element | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Serves every button `data-copy` on the page, whenever it came: copies the code block that it stands with. */
document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-copy]') : null;
  const block = button?.parentElement?.parentElement;
  const status = block?.querySelector('[role=status]');
  if (!button || !block || !status) return;
  const say = (text = '') => {
    last?.replaceChildren();
    last = status;
    status.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => status.replaceChildren(), 5000);
  };
  try {
    await navigator.clipboard.writeText(block.querySelector('pre')?.textContent ?? '');
    say(button.dataset.copied);
  } catch {
    say(button.dataset.failed);
  }
});
