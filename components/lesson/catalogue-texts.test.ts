import { expect, it } from 'vitest';
import { goldenFiles } from '#experiments/resources.ts';
import { catalogues } from '#i18n/messages.ts';
import { catalogue, catalogueIds } from '#initializers/catalogue.ts';
import { frameworkCode } from '#initializers/framework-code.ts';
import { frameworkDefaults } from '#initializers/framework-defaults.ts';
import { reference } from './references.ts';

/** The texts that tables and the parity page look up by an id of the core; the types do not see these. */
const keys = [
  ...catalogueIds.flatMap((id) => [`start.${id}`, `short.${id}`]),
  ...Object.keys(frameworkDefaults).map((layer) => `layer.${layer}`),
  ...goldenFiles.map((file) => `golden.${file.replace('.json', '')}`),
  ...reasons().map((reason) => `reason.${reason}`),
];

/** Every reason that code of some initializer, on some stream, gives. */
function reasons(): string[] {
  const found = catalogueIds.flatMap((id) => {
    const shape = catalogue[id].shapes === 'kernel' ? [6, 4, 3, 3] : [6, 4];
    return (['torch', 'numpyLegacy', 'numpy'] as const).flatMap((stream) =>
      Object.values(frameworkCode(id, { shape, stream, seed: 7, gain: 1, mode: 'fanIn' })).map(({ reason }) => reason),
    );
  });
  return [...new Set(found)];
}

it('every initializer, layer, golden file and reason has its text', () => {
  expect(reasons().length).toBeGreaterThan(4);
  expect(keys.filter((key) => !(key in catalogues.en))).toEqual([]);
});

it('every initializer has its source among the references', () => {
  for (const id of catalogueIds) expect(reference(catalogue[id].source).year).toBeGreaterThan(1900);
});
