// What waits on a page for somebody to point at a symbol, or to come to one by keyboard; the rest comes then.

const wait = (type: 'pointerover' | 'focusin', selector: string, act: 'point' | 'enter') =>
  document.addEventListener(type, (event) => {
    const found = (event.target as Element).closest<HTMLElement>(selector);
    if (!found) return;
    // What could not be loaded is asked for again by the next event.
    import('./point.ts').then((then) => then[act](found, event)).catch(() => undefined);
  });

wait('pointerover', '[data-quantity]', 'point');
wait('focusin', '.symbol-stops', 'enter');
