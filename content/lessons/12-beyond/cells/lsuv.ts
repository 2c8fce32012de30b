import { activations } from '#network/activations.ts';
import { drawLsuv } from '#network/lsuv.ts';
import { torchGenerator } from '#random/torch-generator.ts';

const inputs = new Float32Array(200 * 100);
torchGenerator(-1).fillNormal(inputs, 0, 1);
const widths = [100, 100, 100, 100, 100, 100];

for (const activation of ['relu', 'tanh', 'gelu'] as const) {
  const { report } = drawLsuv(widths, activations[activation], inputs, torchGenerator(7)); // [1]
  const factors = report.map(({ factor }) => factor.toFixed(2)).join('  '); // [2]
  const after = report.map(({ after }) => after.toFixed(2)).join('  ');
  console.log(`${activation.padEnd(5)} gain found  ${factors}`);
  console.log(`      variance    ${after}`); // [3]
}
