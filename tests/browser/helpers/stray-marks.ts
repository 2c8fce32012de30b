import { expect, type Page } from '@playwright/test';

/** From the smallest phone to a wide desk. */
export const widths = [320, 360, 390, 768, 1024, 1440];

/**
 * Formulas with a mark right after them that the browser moved to the next line: a full stop, a comma, a closing bracket,
 * a Korean particle. Says how many marks it looked at, too.
 */
export function strayMarks(page: Page): Promise<{ marks: number; strays: string[] }> {
  return page.evaluate(() => {
    const closing = /^[.,;:!?)\]’”»…、。，；：？！）」』\p{Script=Hangul}]/u;
    const blockOf = (node: Node | null) => node?.parentElement?.closest('p, li, td, th, dd, figcaption, h2, h3');
    const walker = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT);
    const strays: string[] = [];
    let marks = 0;
    let before: Node | null = null;
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const box = before?.parentElement?.closest('.katex-base')?.getBoundingClientRect();
      const words = (text.textContent ?? '').replace(/^\u2060/, '');
      if (box && !text.parentElement?.closest('.katex') && blockOf(before) === blockOf(text) && closing.test(words)) {
        const range = document.createRange();
        const start = (text.textContent ?? '').length - words.length;
        range.setStart(text, start);
        range.setEnd(text, start + 1);
        const mark = range.getBoundingClientRect();
        if (mark.width > 0) marks += 1; // else it is folded away
        if (mark.width > 0 && (mark.left < box.right - 2 || mark.top > box.bottom)) {
          strays.push(`${before?.textContent}${words.slice(0, 6)}`);
        }
      }
      before = text;
    }
    return { marks, strays };
  });
}

/** Expects that no line begins with the mark that belongs to the formula before it, at any width. */
export async function expectNoStrayMarks(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const { marks, strays } = await strayMarks(page);
    expect(marks, 'without marks this tests nothing').toBeGreaterThan(2);
    expect.soft(strays, `${width} px wide`).toEqual([]);
  }
}
