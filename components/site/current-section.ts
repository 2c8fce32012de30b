/** The section that the reader is in, by its id: the last of these headings above the upper third of the screen. */
export function currentSection(ranks: 'h2' | 'h2, h3'): string | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>(`.article :is(${ranks})[id]`)];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3)?.id;
}
