import { fans } from '#initializers/fans.ts';
import { heNormal } from '#initializers/named-rows.ts';

const show = (name: string, { fanIn, fanOut }: ReturnType<typeof fans>) =>
  console.log(
    `${name.padEnd(34)} fan-in ${String(fanIn).padStart(5)}  fan-out ${String(fanOut).padStart(5)}`,
  );

show('Linear [10, 784]', fans([10, 784]));
show('Conv2d [128, 64, 3, 3]', fans([128, 64, 3, 3])); // [1]
show('the same, in Keras [3, 3, 64, 128]', fans([3, 3, 64, 128], { layout: 'keras' }));
show('and read as PyTorch reads it', fans([3, 3, 64, 128])); // [2]
show('4 groups [128, 16, 3, 3]', fans([128, 16, 3, 3])); // [3]
show('and told that there are 4', fans([128, 16, 3, 3], { groups: 4 }));
show(
  'ConvTranspose2d [64, 128, 3, 3]',
  fans([64, 128, 3, 3], { layout: 'torchTransposed' }),
);
show('and read as PyTorch reads it', fans([64, 128, 3, 3])); // [4]

const wrong = heNormal().distribution([784, 10]); // [5]
const right = heNormal().distribution([10, 784]);
if (wrong.kind === 'normal' && right.kind === 'normal') {
  console.log(
    `std of [784, 10] ${wrong.std.toFixed(4)}, of [10, 784] ${right.std.toFixed(4)}`,
  );
}
