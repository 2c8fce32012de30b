import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const widths = [60, 40, 30, 7];
const batch = 32;

/** Ten steps of training with whatever engine there is; the losses and the weights of the first layer, as bits. */
async function train(activation: 'relu' | 'tanh') {
  vi.resetModules();
  const { engine } = await import('#kernels/simd.ts');
  const { createWorkspace } = await import('#kernels/workspace.ts');
  const { starts } = await import('#initializers/starts.ts');
  const { torchGenerator } = await import('#random/torch-generator.ts');
  const { activations } = await import('./activations.ts');
  const { softmaxCrossEntropy } = await import('./loss.ts');
  const mlps = await import('./mlp.ts');
  const { momentumSgd } = await import('./optimizers.ts');

  const parameters = mlps.parameterLengths(widths);
  const allocate = createWorkspace([...parameters, ...parameters, ...mlps.passLengths(widths, batch)]);
  const generator = torchGenerator(7);
  const mlp = mlps.drawMlp(starts.heNormal, widths, activations[activation], generator, allocate);
  const pass = mlps.createPass(mlp, batch, allocate);
  const optimizer = momentumSgd(mlp.layers, { rate: 0.1, allocate });
  generator.fillNormal(mlps.inputOf(pass), 0, 1);
  mlps.inputOf(pass).forEach((x, i, inputs) => {
    inputs[i] = i % 5 === 0 ? x : 0;
  });
  const labels = Uint8Array.from({ length: batch }, (_, i) => i % 7);
  const gradient = mlps.logitsGradientOf(pass);
  const losses = Array.from({ length: 10 }, () => {
    const loss = softmaxCrossEntropy(mlps.forward(mlp, mlps.inputOf(pass), pass), labels, 7, gradient);
    optimizer.step(mlp.layers, mlps.backward(mlp, gradient, pass));
    return loss;
  });
  return { engine: engine(), losses, weights: [...(mlp.layers[0]?.weights ?? [])] };
}

it.each(['relu', 'tanh'] as const)(
  'training with %s gives the same bits where there is no WebAssembly (seed 7)',
  async (id) => {
    const simd = await train(id);
    vi.stubGlobal('WebAssembly', undefined);
    const plain = await train(id);
    expect([simd.engine, plain.engine]).toEqual(['simd', 'plain']);
    expect(plain.losses).toEqual(simd.losses);
    expect(plain.weights).toEqual(simd.weights);
    expect(simd.losses.at(-1)).toBeLessThan(simd.losses[0] ?? 0);
  },
);

it('a page that forbids WebAssembly gets the plain engine, too', async () => {
  vi.stubGlobal('WebAssembly', {
    Module: class {
      constructor() {
        throw new EvalError('refused by the policy of the page');
      }
    },
  });
  expect((await train('relu')).engine).toBe('plain');
});
