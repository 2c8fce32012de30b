import { gain } from '#initializers/gain.ts';
import { heUniform } from '#initializers/named-rows.ts';
import { withinInverseRoot } from '#initializers/torch-default.ts';
import { variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 784; // fan-in
console.log(`gain for a slope of sqrt(5)  ${gain('leakyRelu', Math.sqrt(5)).toFixed(6)}`); // [1]

const byKaiming = heUniform({ slope: Math.sqrt(5) }).distribution([100, n]);
const direct = withinInverseRoot(n);
for (const law of [byKaiming, direct]) {
  if (law.kind === 'uniform') console.log(`bound  ${law.high.toFixed(6)}`); // [2]
}

const w = heUniform({ slope: Math.sqrt(5) })([100, n], torchGenerator(7));
console.log(`n Var[w], measured  ${(n * variance(w)).toFixed(4)}`); // [3]
console.log(`He 2, LeCun 1, this ${(1 / 3).toFixed(4)}`);
