import { clipGradients } from '#network/optimizers.ts';

const gradientOf = (weights: number[], bias: number[]) => ({
  weights: Float32Array.of(...weights),
  bias: Float32Array.of(...bias),
});
const show = (values: Float32Array) => `[${[...values].join(', ')}]`;

const layer = gradientOf([30, 0], [40]); // [1]
const norm = clipGradients([layer], 5);
console.log(`norm ${norm}, after: dL/dW ${show(layer.weights)}, dL/db ${show(layer.bias)}`);

const small = gradientOf([1.5, 0], [2]); // [2]
const unchanged = clipGradients([small], 5);
console.log(`norm ${unchanged.toFixed(1)}, after: dL/dW ${show(small.weights)}`);

const broken = gradientOf([3, Infinity], [4]); // [3]
clipGradients([broken], 5);
console.log(
  `norm Infinity, after: dL/dW ${show(broken.weights)}, dL/db ${show(broken.bias)}`,
);
