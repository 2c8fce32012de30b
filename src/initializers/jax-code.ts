import { type CatalogueId, undrawn } from './catalogue.ts';
import type { CodeRequest, FrameworkSnippet } from './framework-code.ts';
import { kerasShape } from './keras-code.ts';
import { float, program, seed32, snake, tuple } from './python.ts';

/** JAX: its initializers, in the layout of Flax. */
export function jaxCode(request: CodeRequest): FrameworkSnippet {
  const { id, seed, shape } = request;
  const expression = expressions[id]?.(request, tuple(kerasShape(shape)));
  if (expression === undefined) return { code: '', agreement: 'none', reason: 'noInitializer' };
  const drawn = !undrawn.has(id);
  const code = program(
    drawn ? 'import jax' : 'import jax.numpy as jnp',
    '',
    ...(drawn ? [`key = jax.random.key(${seed32(seed)})`] : []),
    `w = ${expression}  # (k..., in, out)`,
  );
  return drawn
    ? { code, agreement: 'distribution', reason: 'otherStream' }
    : { code, agreement: 'bits', reason: 'nothingDrawn' };
}

type Expression = (request: CodeRequest, shape: string) => string;

/** `jax.nn.initializers.${factory}(key, shape)`. */
const init =
  (factory: (request: CodeRequest) => string): Expression =>
  (request, shape) =>
    `jax.nn.initializers.${factory(request)}(key, ${shape})`;

/** Laws by JAX's names, where normal means a plain one. */
const scaling = (scale: number, mode: string, law: 'normal' | 'uniform' | 'truncated_normal') =>
  `variance_scaling(${float(scale)}, '${snake(mode)}', '${law}')`;

const expressions: Partial<Record<CatalogueId, Expression>> = {
  zeros: (_, shape) => `jnp.zeros(${shape})`,
  ones: (_, shape) => `jnp.ones(${shape})`,
  constant: ({ law }, shape) => `jnp.full(${shape}, ${law.kind === 'constant' ? float(law.value) : ''})`,
  normal: init(({ gain }) => `normal(stddev=${float(gain)})`),
  uniform: ({ gain }, shape) => `jax.random.uniform(key, ${shape}, minval=${float(-gain)}, maxval=${float(gain)})`,
  truncatedNormal: init(({ gain }) => `truncated_normal(stddev=${float(gain)})`),
  lecunNormal: init(() => scaling(1, 'fanIn', 'normal')),
  lecunUniform: init(() => 'lecun_uniform()'),
  lecunTruncatedNormal: init(() => 'lecun_normal()'),
  xavierNormal: init(({ gain }) => scaling(gain * gain, 'fanAvg', 'normal')),
  xavierUniform: init(({ gain }) => scaling(gain * gain, 'fanAvg', 'uniform')),
  xavierTruncatedNormal: init(({ gain }) => scaling(gain * gain, 'fanAvg', 'truncated_normal')),
  heNormal: init(({ mode }) => scaling(2, mode, 'normal')),
  heUniform: init(({ mode }) => scaling(2, mode, 'uniform')),
  heTruncatedNormal: init(({ mode }) => scaling(2, mode, 'truncated_normal')),
  torchLinear: init(() => scaling(1 / 3, 'fanIn', 'uniform')),
  identity: ({ gain }, shape) => `${gain === 1 ? '' : `${float(gain)} * `}jnp.eye${shape}`,
  orthogonal: init(({ gain }) => `orthogonal(scale=${float(gain)})`),
  deltaOrthogonal: init(({ gain }) => `delta_orthogonal(scale=${float(gain)})`),
};
