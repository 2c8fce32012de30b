import { heTruncatedNormal } from '#initializers/named-rows.ts';
import { truncatedNormal } from '#initializers/plain.ts';
import { variance } from '#numerics/moments.ts';
import { distributionVariance } from '#random/distributions.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const n = 784; // fan-in
const shape = [200, n];
const print = (name: string, initializer: ReturnType<typeof truncatedNormal>) => {
  const w = initializer(shape, torchGenerator(7));
  const law = distributionVariance(initializer.distribution(shape));
  const largest = w.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const columns = [n * law, n * variance(w), largest]
    .map((x) => x.toFixed(3))
    .join('     ');
  console.log(`${name.padEnd(24)} ${columns}`);
};

console.log('                      n Var, law  measured  largest |w|');
print('corrected', heTruncatedNormal()); // [1]
print('not corrected', heTruncatedNormal({ corrected: false })); // [2]
const std = Math.sqrt(2 / n);
print('cut at +-2 std', truncatedNormal({ std, low: -2 * std, high: 2 * std })); // [3]
print('cut at +-2', truncatedNormal({ std })); // [4]
