import { describe, expect, test } from 'vitest';
import { type TorchGenerator, torchGenerator } from '#random/torch-generator.ts';
import { faults } from '../../tests/distribution-check.ts';
import { fingerprints, type GoldenArray, goldenCases } from '../../tests/golden.ts';
import { heNormal } from './named-rows.ts';
import * as layers from './torch-layers.ts';

/** The arguments of all constructors together; each case has those of its own. */
interface Args {
  in_features: number;
  out_features: number;
  in_channels: number;
  out_channels: number;
  kernel_size: number | number[];
  groups: number;
  bias: boolean;
  num_embeddings: number;
  embedding_dim: number;
  padding_idx: number;
  input_size: number;
  hidden_size: number;
  in1_features: number;
  in2_features: number;
  embed_dim: number;
  linear: [inFeatures: number, outFeatures: number][];
}

interface GoldenLayer {
  id: string;
  fn: string;
  seed: string;
  args: Args;
  weight?: GoldenArray;
  bias?: GoldenArray | null;
  params?: Record<string, GoldenArray>;
  next_u24: number;
}

type Constructor = (args: Args, generator: TorchGenerator) => layers.Parameters;

/** A kernel size of 3 means [3, 3] in two dimensions. */
const conv =
  (make: typeof layers.conv, dimensions: number): Constructor =>
  ({ in_channels, out_channels, kernel_size, groups, bias }, generator) => {
    const kernelSize = [kernel_size].flat().length > 1 ? [kernel_size].flat() : Array(dimensions).fill(kernel_size);
    return make({ inChannels: in_channels, outChannels: out_channels, kernelSize, groups, bias }, generator);
  };

const recurrent =
  (make: typeof layers.lstm): Constructor =>
  ({ input_size, hidden_size }, generator) =>
    make({ inputSize: input_size, hiddenSize: hidden_size }, generator);

const prefixed = (prefix: string, parameters: layers.Parameters): layers.Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [`${prefix}.${name}`, parameter]));

const dense = ({ linear }: Args, generator: TorchGenerator) =>
  linear.map(([inFeatures, outFeatures]) => layers.linear({ inFeatures, outFeatures }, generator));

/** `kaiming_normal_` on the weight and zeros in the bias of a layer that was born with others. */
function startAgain({ weight, bias }: layers.Parameters, generator: TorchGenerator): layers.Parameters {
  const values = heNormal()(weight!.shape, generator);
  return { weight: { ...weight!, values }, bias: { ...bias!, values: new Float32Array(bias!.values.length) } };
}

/** PyTorch's constructors and ours. */
const constructors: Record<string, Constructor> = {
  'nn.Linear': ({ in_features, out_features, bias }, generator) =>
    layers.linear({ inFeatures: in_features, outFeatures: out_features, bias }, generator),
  'nn.Conv1d': conv(layers.conv, 1),
  'nn.Conv2d': conv(layers.conv, 2),
  'nn.Conv3d': conv(layers.conv, 3),
  'nn.ConvTranspose2d': conv(layers.convTranspose, 2),
  'nn.Embedding': ({ num_embeddings, embedding_dim, padding_idx }, generator) =>
    layers.embedding({ count: num_embeddings, size: embedding_dim, paddingIndex: padding_idx }, generator),
  'nn.LSTM': recurrent(layers.lstm),
  'nn.GRU': recurrent(layers.gru),
  'nn.Bilinear': ({ in1_features, in2_features, out_features }, generator) =>
    layers.bilinear({ in1: in1_features, in2: in2_features, out: out_features }, generator),
  'nn.MultiheadAttention': ({ embed_dim }, generator) => layers.multiheadAttention({ size: embed_dim }, generator),
  'norm-layers': () => ({
    ...prefixed('BatchNorm2d', layers.norm([3])),
    ...prefixed('LayerNorm', layers.norm([4])),
    ...prefixed('PReLU', layers.prelu(2)),
  }),
  Sequential: (args, generator) =>
    Object.assign({}, ...dense(args, generator).map((layer, i) => prefixed(String(2 * i), layer))),
  'Sequential+kaiming_normal_(relu)+zeros_ re-init AFTER construction (no re-seed)': (args, generator) => {
    const born = dense(args, generator);
    return Object.assign({}, ...born.map((layer, i) => prefixed(String(i), startAgain(layer, generator))));
  },
};

describe('fresh layers have the parameters of PyTorch, bit for bit (torch_layers)', () => {
  const cases = goldenCases<GoldenLayer>('torch_layers');
  test('there are 23 cases', () => expect(cases).toHaveLength(23));

  test.each(cases)('$id, seed $seed', ({ fn, seed, args, weight, bias, params, next_u24 }) => {
    const make = constructors[fn];
    if (!make) throw new Error(`no counterpart of ${fn}`);
    const generator = torchGenerator(seed);
    const ours = make(args, generator);
    const golden: Record<string, GoldenArray> = params ?? { ...(weight && { weight }), ...(bias && { bias }) };
    expect(Object.keys(ours)).toEqual(Object.keys(golden));
    for (const [name, { shape, values }] of Object.entries(ours)) {
      const theirs = golden[name]!;
      const prints = fingerprints(values, theirs);
      expect([name, shape, prints.ours]).toEqual([name, theirs.shape, prints.golden]);
    }
    expect(generator.nextWord() & 0xffffff).toBe(next_u24);
  });
});

const within = (n: number) => ({ kind: 'uniform', low: -1 / Math.sqrt(n), high: 1 / Math.sqrt(n) }) as const;

test.each([
  ['linear', () => layers.linear({ inFeatures: 100, outFeatures: 2000 }, torchGenerator(31)), 100],
  ['rnn of 2 layers', () => layers.rnn({ inputSize: 50, hiddenSize: 900, layers: 2 }, torchGenerator(32)), 900],
  ['gru', () => layers.gru({ inputSize: 50, hiddenSize: 400 }, torchGenerator(33)), 400],
  ['lstm', () => layers.lstm({ inputSize: 50, hiddenSize: 300 }, torchGenerator(34)), 300],
  ['bilinear', () => layers.bilinear({ in1: 7, in2: 9, out: 1500 }, torchGenerator(35)), 7],
  [
    'conv in 4 groups',
    () => layers.conv({ inChannels: 16, outChannels: 1000, kernelSize: [3, 5], groups: 4 }, torchGenerator(36)),
    60,
  ],
])('all of %s is U(+-1/sqrt(n)) (seeds 31 to 36)', (_, make, n) => {
  for (const { values } of Object.values(make())) {
    expect(values.length).toBeGreaterThanOrEqual(900);
    expect(faults(values, within(n))).toEqual([]);
  }
});

test('a recurrent network of two layers feeds the first one into the second, without a bias if asked (seed 7)', () => {
  const generator = torchGenerator(7);
  const parameters = layers.rnn({ inputSize: 3, hiddenSize: 5, layers: 2, bias: false }, generator);
  expect(Object.entries(parameters).map(([name, { shape }]) => [name, shape])).toEqual([
    ['weight_ih_l0', [5, 3]],
    ['weight_hh_l0', [5, 5]],
    ['weight_ih_l1', [5, 5]],
    ['weight_hh_l1', [5, 5]],
  ]);
  expect(generator.wordsDrawn).toBe(15 + 3 * 25);
});

describe('an embedding with a row of padding', () => {
  const draw = (paddingIndex?: number) => {
    const generator = torchGenerator(7);
    const { weight } = layers.embedding(
      { count: 4, size: 3, ...(paddingIndex !== undefined && { paddingIndex }) },
      generator,
    );
    return { values: weight!.values, next: generator.nextWord() };
  };

  // PyTorch 1.13.1: torch.manual_seed(7); torch.nn.Embedding(4, 3, padding_idx=p).weight has row 3 zero for p = -1 and 3,
  // row 0 for p = -4 and 0, and refuses p = 4 and p = -5.
  test.each([
    [-1, 3],
    [3, 3],
    [-4, 0],
    [0, 0],
  ])('%d zeroes row %d alone, after all were drawn (seed 7)', (paddingIndex, row) => {
    const { values, next } = draw(paddingIndex);
    const whole = draw();
    expect(values).toEqual(whole.values.map((value, i) => (Math.floor(i / 3) === row ? 0 : value)));
    expect(next).toBe(whole.next);
    expect(whole.values.every((value) => value !== 0)).toBe(true);
  });

  test.each([4, -5, 0.5, 9, Number.NaN, '1' as never])('%s is refused: there is no such row', (paddingIndex) => {
    expect(() => draw(paddingIndex)).toThrow(
      new RangeError(
        `embedding needs a whole paddingIndex from -4 to 3 for its 4 rows, got ${JSON.stringify(paddingIndex).replace('null', 'NaN')}`,
      ),
    );
  });
});

test('sizes that cannot make a layer are refused by name', () => {
  const generator = torchGenerator(1);
  expect(() => layers.bilinear({ in1: 0, in2: 2, out: 3 }, generator)).toThrow(
    'bilinear needs a whole in1 of at least 1, got 0',
  );
  expect(() => layers.gru({ inputSize: 3, hiddenSize: 0 }, generator)).toThrow(
    'gru needs a whole hiddenSize of at least 1, got 0',
  );
  expect(() => layers.lstm({ inputSize: 3, hiddenSize: '4' as never }, generator)).toThrow(
    'lstm needs a whole hiddenSize of at least 1, got "4"',
  );
  expect(() => layers.prelu(-1)).toThrow('prelu needs whole sizes, got -1 in [-1]');
  expect(() => layers.norm([1.5])).toThrow('norm needs whole sizes, got 1.5 in [1.5]');
  expect(generator.wordsDrawn).toBe(0);
});

test('groups that do not divide the channels are refused', () => {
  const refused = (inChannels: number, outChannels: number, groups: number) =>
    expect(() => layers.conv({ inChannels, outChannels, kernelSize: [3], groups }, torchGenerator(1)));
  refused(3, 4, 2).toThrow('groups have to divide 3 inputs and 4 outputs, got 2');
  refused(4, 6, 4).toThrow('groups have to divide 4 inputs and 6 outputs, got 4');
});
