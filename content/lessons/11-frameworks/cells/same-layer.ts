import { kaimingNormal } from '#initializers/named-rows.ts';
import { linear } from '#initializers/torch-layers.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const show = (name: string, values: Float32Array | undefined) =>
  console.log(
    `${name.padEnd(10)} ${[...(values ?? []).slice(0, 4)].map((w) => w.toFixed(6).padStart(9)).join('  ')}`,
  );

const generator = torchGenerator(7); // [1]
const first = linear({ inFeatures: 784, outFeatures: 100 }, generator);
show('1.weight', first.weight?.values);
show('1.bias', first.bias?.values); // [2]
const second = linear({ inFeatures: 100, outFeatures: 10 }, generator);
show('2.weight', second.weight?.values);

const alone = linear({ inFeatures: 100, outFeatures: 10 }, torchGenerator(7)); // [3]
show('alone', alone.weight?.values);

const again = kaimingNormal()([100, 784], torchGenerator(7)); // [4]
show('kaiming', again);
