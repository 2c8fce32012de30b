import { normal } from '#initializers/plain.ts';
import { softmaxCrossEntropy } from '#network/loss.ts';
import { log } from '#numerics/elementary.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const classes = 10;
const images = 1000;
const labels = Uint8Array.from({ length: images }, (_, i) => i % classes);

const equal = new Float32Array(images * classes);
const undecided = softmaxCrossEntropy(equal, labels, classes); // [1]
console.log(`ln 10                      ${log(classes).toFixed(4)}`);
console.log(`loss, all logits equal     ${undecided.toFixed(4)}`);

for (const std of [1, 100]) {
  const logits = normal({ std })([images, classes], torchGenerator(7)); // [2]
  const loss = softmaxCrossEntropy(logits, labels, classes);
  console.log(`loss, logits of size ${String(std).padEnd(4)}  ${loss.toFixed(4)}`);
}
