import { expect, it } from 'vitest';
import type { Chart } from '#charts/chart.ts';
import { charts } from '#charts/index.ts';
import { localeInfo, locales } from '#i18n/locales.ts';
import { translator } from '#i18n/messages.ts';
import { chartStates } from './states.ts';

it('every chart has states to look at', () => {
  const shown = new Set(chartStates().map(({ chart }) => chart));
  expect([...shown].sort()).toEqual(Object.keys(charts).sort());
});

it('every chart leaves 120 pixels for its lines at a width of 300, in every state and language', () => {
  for (const { name, chart, runs } of chartStates()) {
    for (const locale of locales) {
      const context = { t: translator(locale), lang: localeInfo[locale].lang, width: 300 };
      const panels = (charts[chart] as Chart<unknown>).panels(runs, context);
      expect(panels.length).toBeGreaterThan(0);
      for (const { width = 0, marginLeft = 0, marginRight = 0 } of panels) {
        expect(width - marginLeft - marginRight, `${name} in ${locale}`).toBeGreaterThanOrEqual(120);
      }
    }
  }
});
