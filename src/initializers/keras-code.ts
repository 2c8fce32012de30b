import { type CatalogueId, undrawn } from './catalogue.ts';
import type { CodeRequest, FrameworkSnippet } from './framework-code.ts';
import { float, program, seed32, snake, tuple } from './python.ts';

/** Keras: its initializers, in its layout. */
export function kerasCode(request: CodeRequest): FrameworkSnippet {
  const { id, seed } = request;
  const call = calls[id]?.(request);
  if (call === undefined) return { code: '', agreement: 'none', reason: 'noInitializer' };
  const drawn = !undrawn.has(id);
  const code = program(
    'import keras',
    '',
    `init = keras.initializers.${drawn ? withSeed(call, seed) : call}`,
    `w = init(${tuple(kerasShape(request.shape))})  # (k..., in, out)`,
  );
  return drawn
    ? { code, agreement: 'distribution', reason: 'otherStream' }
    : { code, agreement: 'bits', reason: 'nothingDrawn' };
}

/** `[out, in, k...]` as Keras and JAX store it, `[k..., in, out]`; one dimension alone stays as it is. */
export function kerasShape([outputs, inputs, ...kernel]: readonly number[]): number[] {
  return inputs === undefined ? [outputs as number] : [...kernel, inputs, outputs as number];
}

const withSeed = (call: string, seed: number | bigint | string) =>
  call.replace(/(\(?)\)$/, (_, open) => `${open ? '(' : ', '}seed=${seed32(seed)})`);

type Call = (request: CodeRequest) => string;

/** The three laws under `VarianceScaling`'s names. Keras' own "normal" is a truncated one. */
const distributions = { Normal: 'untruncated_normal', Uniform: 'uniform', TruncatedNormal: 'truncated_normal' };

const scaling = (scale: number, mode: string, law: keyof typeof distributions) =>
  `VarianceScaling(scale=${float(scale)}, mode='${snake(mode)}', distribution='${distributions[law]}')`;

const xavier =
  (law: keyof typeof distributions): Call =>
  ({ gain }) => {
    if (gain === 0) return 'RandomNormal(mean=0.0, stddev=0.0)'; // VarianceScaling refuses a scale of 0
    return gain === 1 && law !== 'Normal'
      ? `Glorot${law.replace('Truncated', '')}()`
      : scaling(gain * gain, 'fanAvg', law);
  };

const he =
  (law: keyof typeof distributions): Call =>
  (request) => {
    if (request.mode === 'fanGeoAvg') return byNumbers(request);
    return request.mode === 'fanIn' && law !== 'Normal'
      ? `He${law.replace('Truncated', '')}()`
      : scaling(2, request.mode, law);
  };

/** Keras' plain laws; its truncated normal is always cut at two standard deviations. */
function byNumbers({ law }: CodeRequest): string {
  if (law.kind === 'normal') return `RandomNormal(mean=0.0, stddev=${float(law.std)})`;
  if (law.kind === 'uniform') return `RandomUniform(minval=${float(law.low)}, maxval=${float(law.high)})`;
  if (law.kind !== 'truncatedNormal') throw new TypeError(`no plain law: ${law.kind}`);
  return `TruncatedNormal(mean=0.0, stddev=${float(law.parentStd)})`;
}

const calls: Partial<Record<CatalogueId, Call>> = {
  zeros: () => 'Zeros()',
  ones: () => 'Ones()',
  constant: ({ law }) => `Constant(${law.kind === 'constant' ? float(law.value) : ''})`,
  normal: byNumbers,
  uniform: byNumbers,
  truncatedNormal: byNumbers,
  lecunNormal: () => scaling(1, 'fanIn', 'Normal'),
  lecunUniform: () => 'LecunUniform()',
  lecunTruncatedNormal: () => 'LecunNormal()',
  xavierNormal: xavier('Normal'),
  xavierUniform: xavier('Uniform'),
  xavierTruncatedNormal: xavier('TruncatedNormal'),
  heNormal: he('Normal'),
  heUniform: he('Uniform'),
  heTruncatedNormal: he('TruncatedNormal'),
  torchLinear: () => scaling(1 / 3, 'fanIn', 'Uniform'),
  identity: ({ gain }) => `Identity(gain=${float(gain)})`,
  orthogonal: ({ gain }) => `Orthogonal(gain=${float(gain)})`,
};
