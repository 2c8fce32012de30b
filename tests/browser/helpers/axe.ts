import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that depends on colors. */
export const contrastRules = ['color-contrast', 'link-in-text-block'];

/**
 * Empties the formulas of a page that is looked at for the last time. They are one library's and as dark as the text
 * around them, but they are more than half of a lesson's elements, and axe visits each.
 */
export const forgetFormulas = (page: Page) =>
  page.evaluate(() => {
    for (const formula of document.querySelectorAll('.katex')) formula.replaceChildren();
  });

/** What axe finds wrong on a page as it stands: by all rules, or by those named. */
export async function axeFindings(page: Page, rules?: readonly string[]) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options: RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: [...rules] } : {}) };
  const { violations } = await page.evaluate(
    (run) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(run),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  );
}
