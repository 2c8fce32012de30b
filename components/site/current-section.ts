/** The section that the reader is in: the last heading above the upper third of the screen. */
export function currentSection(): string | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>('.article :is(h2, h3)[id]')];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3)?.id;
}
