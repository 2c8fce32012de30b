import { nextMoment } from '#experiments/variance-map-theory.ts';

const lecun = { activation: 'tanh', gain: 1, biasStd: 0 } as const;

for (const begin of [1, 100]) {
  let q = begin; // [1]
  console.log(`layer 1    q = ${q}`);
  for (let layer = 2; layer <= 1000; layer++) {
    q = nextMoment(lecun, q); // [2]
    if ([2, 10, 100, 1000].includes(layer)) {
      const law = 1 / (2 * layer);
      console.log(
        `layer ${String(layer).padEnd(4)} q = ${q.toFixed(6)}  1/(2L) = ${law.toFixed(6)}`,
      ); // [3]
    }
  }
}
