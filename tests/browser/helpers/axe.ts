import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that depends on colors. */
export const contrastRules = ['color-contrast', 'link-in-text-block'];

interface Rules {
  only?: readonly string[];
  without?: readonly string[];
}

/**
 * Thins out a page that is looked at for the last time, since axe visits every element, and most of a lesson's are alike: of
 * each formula one letter stays, of each table of data two rows, of each drawing its words. The letter is MathML, which
 * axe does not take for words: a heading of a table that is nothing but a formula has no name.
 */
export const thinOut = (page: Page) =>
  page.evaluate(() => {
    for (const formula of document.querySelectorAll('.katex')) formula.innerHTML = '<math><mi>f</mi></math>';
    for (const alike of document.querySelectorAll(
      'details.data tbody tr:nth-child(n + 3), svg :is(path, line, rect, circle)',
    ))
      alike.remove();
  });

/** What axe finds wrong on a page as it stands: by all rules, by those named, or by all but those named. */
export async function axeFindings(page: Page, { only, without = [] }: Rules = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(only ? { runOnly: [...only] } : {}),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const { violations } = await page.evaluate(
    (run) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(run),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  );
}
