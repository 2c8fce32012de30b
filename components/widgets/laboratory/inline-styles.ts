/** What a drawing's look is made of. The inherited ones are written only where they differ from those around. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant',
  'text-anchor',
] as const;

/** What these are where nobody says otherwise. */
const initial: Readonly<Record<string, string>> = { 'font-style': 'normal', 'font-variant': 'normal' };

type Look = Readonly<Record<string, string>>;

function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  return Object.fromEntries(inherited.map((name) => [name, plain(style.getPropertyValue(name))]));
}

/** Viewers other than browsers know colors as #rrggbb, and lengths without a unit. */
const plain = (value: string) =>
  value
    .replace(/([\d.]+)px/g, '$1')
    .replace(/rgb\((\d+), (\d+), (\d+)\)/g, (_, ...rgb: string[]) => hex(rgb.slice(0, 3)));

const hex = (rgb: readonly string[]) =>
  `#${rgb.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;

/**
 * A copy of a drawing in the document that needs no style sheet: what its elements look like here stands in their
 * attributes. The drawing must stand in the page, in the colors that it should have.
 */
export function withStyles(drawing: Element, around: Look = initial): Element {
  const look = lookOf(drawing);
  const copy = drawing.cloneNode(false) as Element;
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  for (const name of inherited) {
    if (look[name] === around[name]) copy.removeAttribute(name);
    else copy.setAttribute(name, look[name] ?? '');
  }
  const { opacity, whiteSpace } = getComputedStyle(drawing);
  if (opacity !== '1') copy.setAttribute('opacity', opacity);
  if (drawing.tagName === 'text' && whiteSpace === 'pre') copy.setAttribute('xml:space', 'preserve');
  for (const child of drawing.childNodes) {
    copy.append(child instanceof Element ? withStyles(child, look) : child.cloneNode());
  }
  return copy;
}
