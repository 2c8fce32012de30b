import type { Values } from '#experiments/parameters.ts';
import type { weights } from '#experiments/weights.ts';
import { meanOf } from '#experiments/weights-measure.ts';
import { catalogue } from '#initializers/catalogue.ts';
import { frameworkCode } from '#initializers/framework-code.ts';
import { float } from '#initializers/python.ts';
import { heading, script } from './fragments.ts';

/** The program that the page shows for PyTorch, which leaves the weights in `w`, and what it prints of them. */
export function weightsScript(values: Values<typeof weights.params>): string {
  const { init, fanOut, fanIn, kernel, seed, gain, mode, stream } = values;
  const title = heading('weights', 'What does this initializer draw?');
  if (init === 'deltaOrthogonal' && fanIn > fanOut) {
    return script(title, `# nothing: ${fanIn} inputs cannot stay orthogonal in ${fanOut} outputs`);
  }
  const { shapes } = catalogue[init];
  const hasKernel = shapes === 'kernel' || (shapes !== 'matrix' && kernel > 1);
  const shape = hasKernel ? [fanOut, fanIn, kernel, kernel] : [fanOut, fanIn];
  const center = meanOf(catalogue[init].make({ gain, mode }).distribution(shape));
  const centered = center === 0 ? 'w.double()' : `(w.double() - ${float(center)})`;
  return script(
    title,
    frameworkCode(init, { shape, seed, gain, mode, stream }).pytorch.code,
    `
for value in w.flatten()[:16]:
    print(f"{value.item():16.9g}  {value.view(torch.int32).item() & 0xFFFFFFFF:08x}")
moments = [w.double().mean().item(), ${centered}.square().mean().item()]
print("mean {:.6g}, variance {:.6g}".format(*moments))`,
  );
}
