import { normal, uniform } from '#initializers/plain.ts';
import { log } from '#numerics/elementary.ts';
import { mean, secondMoment, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const shape = [1000, 1000];
const root3 = Math.sqrt(3);
const flat = uniform({ low: 0, high: 1 })(shape, torchGenerator(7));

// Three distributions with mean 0 and second moment 1.
const draws = {
  normal: normal({ std: 1 })(shape, torchGenerator(7)),
  uniform: uniform({ low: -root3, high: root3 })(shape, torchGenerator(7)),
  lopsided: flat.map((u) => -log(1 - u) - 1), // [1]
};

for (const [name, z] of Object.entries(draws)) {
  const h = z.map((value) => Math.max(value, 0));
  console.log(name);
  console.log(`  E[z²]  before  ${secondMoment(z).toFixed(4)}`);
  console.log(`  E[h²]  after   ${secondMoment(h).toFixed(4)}`); // [2]
  console.log(`  E[h]   after   ${mean(h).toFixed(4)}`);
  console.log(`  Var[h] after   ${variance(h).toFixed(4)}`); // [3]
}
