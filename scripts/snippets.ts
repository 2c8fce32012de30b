import { type CatalogueId, catalogue, catalogueIds } from '#initializers/catalogue.ts';
import { type FrameworkCodeOptions, frameworkCode } from '#initializers/framework-code.ts';
import { fanModes } from '#initializers/variance-scaling.ts';
import { streamIds } from '#random/streams.ts';

/**
 * Prints the Python programs that the page shows for PyTorch and NumPy, one JSON object a line: every initializer on every
 * stream, where the program claims to give the same weights. How to run them stands in scripts/run-snippets.py.
 */

const shapes = [
  [5, 3],
  [12, 20],
  [6, 4, 3],
  [8, 5, 3, 2],
  [4, 4, 2, 3, 2],
];
/** Every weight of it is kept, not only the first ones and the digest. */
const largeShape = [100, 784];
const seeds = ['0', '7', '42', '2147483648', '4294967295'];
const gains = [1, 5 / 3, 0.25];

const turn = <Item>(list: readonly Item[], i: number) => list[i % list.length] as Item;

/** Two requests on each stream, with shapes, seeds, gains and modes in turn; only those options that count are touched. */
function requests(id: CatalogueId, index: number): FrameworkCodeOptions[] {
  const { shapes: kind, options } = catalogue[id];
  const fitting = kind === 'any' ? shapes : shapes.filter(({ length }) => (length === 2) === (kind === 'matrix'));
  return streamIds.flatMap((stream, s) =>
    [0, 1].map((i) => ({
      shape: turn(fitting, index + 2 * s + i),
      stream,
      seed: turn(seeds, index + s + i),
      gain: options.includes('gain') ? turn(gains, index + s + i) : 1,
      mode: options.includes('mode') ? turn(fanModes, index + s + 2 * i) : 'fanIn',
    })),
  );
}

/** A gain of 0, and a matrix whose QR decomposition rounds often enough to show how far two of them drift apart. */
function more(id: CatalogueId): FrameworkCodeOptions[] {
  const zero = { shape: [5, 3], seed: '7', gain: 0, mode: 'fanIn' } as const;
  if (id.startsWith('xavier')) return streamIds.map((stream) => ({ ...zero, stream }));
  return id === 'orthogonal' ? [{ shape: largeShape, stream: 'torch', seed: '7', gain: 1, mode: 'fanIn' }] : [];
}

for (const [index, id] of catalogueIds.entries()) {
  for (const options of [...requests(id, index), ...more(id)]) {
    const { pytorch, numpy } = frameworkCode(id, options);
    for (const [framework, snippet] of Object.entries({ pytorch, numpy })) {
      if (snippet.agreement === 'bits' || snippet.agreement === 'close') {
        console.log(JSON.stringify({ id, options, framework, ...snippet, all: options.shape === largeShape }));
      }
    }
  }
}
