import { mean, secondMoment, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';

for (const count of [100, 10000, 262144]) {
  const z = new Float32Array(count);
  torchGenerator(7).fillNormal(z, 0, 1);
  const h = z.map((value) => Math.max(value, 0));
  const squares = h.map((value) => value * value);
  const center = mean(h);
  const fromMean = h.map((value) => (value - center) * (value - center));
  console.log(`${count} draws`);
  for (const [name, value, terms] of [
    ['second moment', secondMoment(h), squares],
    ['variance     ', variance(h), fromMean],
  ] as const) {
    const error = Math.sqrt(variance(terms) / count); // [1]
    const distance = (value - 0.5) / error; // [2]
    console.log(
      `  ${name} ${value.toFixed(4)} ± ${error.toFixed(4)}  from 1/2: ${distance.toFixed(1).padStart(6)} errors`,
    );
  }
}
