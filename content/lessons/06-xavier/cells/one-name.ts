import {
  xavierNormal,
  xavierTruncatedNormal,
  xavierUniform,
} from '#initializers/named-rows.ts';
import { varianceScaling } from '#initializers/variance-scaling.ts';
import { distributionStd } from '#random/distributions.ts';

const shape = [100, 784]; // [1]

const rows = {
  'Glorot and Bengio, eq. 16 ': xavierUniform(),
  'PyTorch xavier_normal_    ': xavierNormal(),
  'Keras GlorotNormal        ': xavierTruncatedNormal(),
  'TensorFlow.js glorotNormal': xavierTruncatedNormal({ corrected: false }), // [2]
  'Caffe “xavier”            ': varianceScaling({ mode: 'fanIn', distribution: 'uniform' }), // [3]
  'textbooks with 1/√n       ': varianceScaling({ mode: 'fanIn' }),
};

for (const [name, initializer] of Object.entries(rows)) {
  const law = initializer.distribution(shape);
  console.log(`${name}  ${law.kind.padEnd(15)} std ${distributionStd(law).toFixed(4)}`);
}
