import { standardNormalCdf } from '#random/normal.ts';
import type { CodeRequest, FrameworkSnippet } from './framework-code.ts';
import { float, program, seed32, tuple } from './python.ts';

/**
 * NumPy, which has no initializers: each is written out, on the stream of this page. On PyTorch's stream, which NumPy cannot
 * continue, the code takes `default_rng`.
 */
export function numpyCode(request: CodeRequest): FrameworkSnippet {
  const { id, law, stream } = request;
  const cut = law.kind === 'truncatedNormal' && law.parentStd > 0;
  const imports = cut ? ['from statistics import NormalDist', ''] : [];
  const body = structured[id]?.(request) ?? independent(request);
  const code = program(...imports, 'import numpy as np', '', ...body);
  if (!body.some((line) => line.startsWith('rng ='))) return { code, agreement: 'bits', reason: 'nothingDrawn' };
  if (stream === 'torch') return { code, agreement: 'distribution', reason: 'otherStream' };
  if (cut) return { code, agreement: 'close', reason: 'otherQuantile' };
  const rounds = id === 'orthogonal' || id === 'deltaOrthogonal';
  return { code, ...(rounds ? roundsElsewhere : sameBits) };
}

const sameBits = { agreement: 'bits', reason: 'sameStream' } as const;
const roundsElsewhere = { agreement: 'close', reason: 'otherRounding' } as const;

const seeded = ({ stream, seed }: CodeRequest): string =>
  stream === 'numpyLegacy'
    ? `rng = np.random.RandomState(${seed})`
    : `rng = np.random.default_rng(${stream === 'torch' ? seed32(seed) : seed})`;

/** float32 normals, as `fillNormal` of the stream draws them. */
function normals({ stream }: CodeRequest, shape: string, std: number): string {
  if (stream === 'numpyLegacy') return `rng.normal(0.0, ${float(std)}, ${shape}).astype(np.float32)`;
  const draws = `rng.standard_normal(${shape}, dtype=np.float32)`;
  return std === 1 ? draws : `${draws} * np.float32(${float(std)})`;
}

/** float32 uniforms, as `fillUniform` of the stream draws them. */
function uniforms({ stream }: CodeRequest, shape: string, low: number, high: number): string {
  if (stream === 'numpyLegacy') return `rng.uniform(${float(low)}, ${float(high)}, ${shape}).astype(np.float32)`;
  return `rng.random(${shape}, dtype=np.float32) * np.float32(${float(high - low)}) + np.float32(${float(low)})`;
}

/** What comes straight from a law. */
function independent(request: CodeRequest): string[] {
  const { law } = request;
  const shape = tuple(request.shape);
  if (law.kind === 'constant') return [`w = np.full(${shape}, ${float(law.value)}, dtype=np.float32)`];
  if (law.kind === 'normal') return [seeded(request), `w = ${normals(request, shape, law.std)}`];
  if (law.kind === 'uniform') return [seeded(request), `w = ${uniforms(request, shape, law.low, law.high)}`];
  if (law.kind !== 'truncatedNormal') throw new TypeError(`no independent law: ${law.kind}`);
  if (law.parentStd === 0)
    return [seeded(request), `w = np.full(${shape}, ${float(law.parentMean)}, dtype=np.float32)`];
  const edge = 2 * standardNormalCdf(law.high / law.parentStd) - 1;
  return [
    seeded(request),
    `u = ${uniforms(request, shape, -edge, edge)}`,
    'quantile = np.vectorize(NormalDist().inv_cdf)',
    `w = (${float(law.parentStd)} * quantile((1 + u.astype(np.float64)) / 2)).astype(np.float32)`,
  ];
}

/** An orthogonal matrix in `q`, from a QR decomposition whose diagonal is made positive. */
function orthogonalLines(request: CodeRequest, rows: number, columns: number): string[] {
  const flat = rows < columns;
  return [
    seeded(request),
    `a = ${normals(request, tuple([rows, columns]), 1)}`,
    `q, r = np.linalg.qr(a${flat ? '.T' : ''}.astype(np.float64))`,
    `q = (q * np.sign(np.diag(r)))${flat ? '.T' : ''}`,
  ];
}

const centers = (kernel: readonly number[], center: (size: number) => number) => kernel.map(center).join(', ');

/** The initializers whose weights hang together. */
const structured: Partial<Record<CodeRequest['id'], (request: CodeRequest) => string[]>> = {
  identity: ({ shape: [rows, columns], gain }) => {
    const times = gain === 1 ? '' : ` * np.float32(${float(gain)})`;
    return [`w = np.eye(${rows}, ${columns}, dtype=np.float32)${times}`];
  },
  dirac: ({ shape }) => {
    const [outputs = 0, inputs = 0, ...kernel] = shape;
    const center = centers(kernel, (size) => Math.floor(size / 2));
    return [
      `w = np.zeros(${tuple(shape)}, dtype=np.float32)`,
      `for d in range(${Math.min(outputs, inputs)}):`,
      `    w[d, d, ${center}] = 1`,
    ];
  },
  orthogonal: (request) => {
    const [rows = 0, ...rest] = request.shape;
    const columns = rest.reduce((product, size) => product * size, 1);
    return [
      ...orthogonalLines(request, rows, columns),
      `w = (${float(request.gain)} * q).astype(np.float32).reshape(${tuple(request.shape)})`,
    ];
  },
  deltaOrthogonal: (request) => {
    const [outputs = 0, inputs = 0, ...kernel] = request.shape;
    return [
      ...orthogonalLines(request, outputs, inputs),
      `w = np.zeros(${tuple(request.shape)}, dtype=np.float32)`,
      `w[:, :, ${centers(kernel, (size) => Math.floor((size - 1) / 2))}] = ${float(request.gain)} * q`,
    ];
  },
  sparse: (request) => {
    const [rows = 0, columns = 0] = request.shape;
    return [
      seeded(request),
      `w = ${normals(request, tuple(request.shape), request.gain / 100)}`,
      `for j in range(${columns}):`,
      `    w[rng.permutation(${rows})[:${-Math.floor(-0.1 * rows)}], j] = 0`,
    ];
  },
};
