import { type PlotOptions, plot } from '@observablehq/plot';

/**
 * Draws one panel. Plot writes a style element, which the page's security policy refuses, so figure.css has its rules. It
 * also labels groups inside the drawing, which screen readers must not meet twice, since the figure around it carries the
 * summary: the labels of axes and grid become classes.
 */
export function drawPanel(options: PlotOptions, document?: Document): Element {
  const drawing = plot(document ? { ...options, document } : options);
  for (const style of drawing.querySelectorAll('style')) style.remove();
  for (const group of drawing.querySelectorAll('[aria-label], [aria-description]')) {
    const label = group.getAttribute('aria-label') ?? '';
    if (/axis/.test(label)) group.classList.add('axis');
    if (/^[xy]-axis label$/.test(label)) group.classList.add(label.replace(' ', '-'));
    if (/grid/.test(label)) group.classList.add('grid');
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-description');
  }
  drawing.setAttribute('aria-hidden', 'true');
  return drawing;
}
