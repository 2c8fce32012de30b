import { type CatalogueId, undrawn } from './catalogue.ts';
import type { CodeRequest, FrameworkSnippet, ReasonId } from './framework-code.ts';
import { numpyCode } from './numpy-code.ts';
import { float, program, snake, tuple } from './python.ts';

/** PyTorch, on its own stream; on NumPy's streams the weights are drawn there and handed over. */
export function pytorchCode(request: CodeRequest): FrameworkSnippet {
  const { id, stream, seed, shape } = request;
  const nothingDrawn = undrawn.has(id);
  if (stream !== 'torch' && !nothingDrawn) return throughNumpy(request);
  const [agreement, reason] = nothingDrawn ? (['bits', 'nothingDrawn'] as const) : agreements(id);
  const fill = writers[id](request);
  const seeding = nothingDrawn ? [] : [`torch.manual_seed(${seed})`];
  const code = id === 'torchLinear' ? fill : [`w = torch.empty(${shape.join(', ')})`, ...fill];
  return { code: program('import torch', '', ...seeding, ...code), agreement, reason };
}

function agreements(id: CatalogueId): readonly ['bits' | 'close', ReasonId] {
  if (id === 'orthogonal' || id === 'deltaOrthogonal') return ['close', 'otherRounding'];
  if (/truncated/i.test(id)) return ['close', 'otherErfInverse'];
  return ['bits', 'sameStream'];
}

function throughNumpy(request: CodeRequest): FrameworkSnippet {
  const { code, agreement, reason } = numpyCode(request);
  return {
    code: `${code.replace('import numpy as np\n', 'import numpy as np\nimport torch\n')}w = torch.from_numpy(w)\n`,
    agreement,
    reason: agreement === 'bits' ? 'throughNumpy' : reason,
  };
}

type Writer = (request: CodeRequest) => string[];

/** `torch.nn.init.${call}` on w. */
const init =
  (call: (request: CodeRequest) => string): Writer =>
  (request) => [`torch.nn.init.${call(request)}`];

/** `kaiming_*_` knows two modes; for the others the law's own numbers. */
const kaiming = (law: 'normal' | 'uniform'): Writer =>
  init((request) =>
    request.mode === 'fanIn' || request.mode === 'fanOut'
      ? `kaiming_${law}_(w, mode='${snake(request.mode)}', nonlinearity='relu')`
      : plain(request),
  );

/** The call that draws from a law by its numbers. */
function plain({ law }: CodeRequest): string {
  if (law.kind === 'normal') return `normal_(w, ${float(law.mean)}, ${float(law.std)})`;
  if (law.kind === 'uniform') return `uniform_(w, ${float(law.low)}, ${float(law.high)})`;
  if (law.kind !== 'truncatedNormal') throw new TypeError(`no plain law: ${law.kind}`);
  const { parentMean, parentStd, low, high } = law;
  if (parentStd === 0) return `constant_(w, ${float(parentMean)})`; // trunc_normal_ divides by std
  return `trunc_normal_(w, ${float(parentMean)}, ${float(parentStd)}, ${float(low)}, ${float(high)})`;
}

const writers: Readonly<Record<CatalogueId, Writer>> = {
  zeros: init(() => 'zeros_(w)'),
  ones: init(() => 'ones_(w)'),
  constant: init(({ law }) => `constant_(w, ${law.kind === 'constant' ? float(law.value) : ''})`),
  normal: init(plain),
  uniform: init(plain),
  truncatedNormal: init(plain),
  lecunNormal: init(() => "kaiming_normal_(w, nonlinearity='linear')"),
  lecunUniform: init(() => "kaiming_uniform_(w, nonlinearity='linear')"),
  lecunTruncatedNormal: init(plain),
  xavierNormal: init(({ gain }) => `xavier_normal_(w, gain=${float(gain)})`),
  xavierUniform: init(({ gain }) => `xavier_uniform_(w, gain=${float(gain)})`),
  xavierTruncatedNormal: init(plain),
  heNormal: kaiming('normal'),
  heUniform: kaiming('uniform'),
  heTruncatedNormal: init(plain),
  torchLinear: ({ shape: [outputs, inputs, ...kernel] }) => {
    const sizes = kernel.length > 0 ? `, ${tuple(kernel)}` : '';
    return [
      `w = torch.nn.${kernel.length > 0 ? `Conv${kernel.length}d` : 'Linear'}(${inputs}, ${outputs}${sizes}).weight.data`,
    ];
  },
  identity: init(({ gain }) => (gain === 1 ? 'eye_(w)' : `eye_(w).mul_(${float(gain)})`)),
  dirac: init(() => 'dirac_(w)'),
  orthogonal: init(({ gain }) => `orthogonal_(w, gain=${float(gain)})`),
  deltaOrthogonal: ({ gain, shape: [outputs, inputs, ...kernel] }) => [
    `q = torch.nn.init.orthogonal_(torch.empty(${outputs}, ${inputs}), gain=${float(gain)})`,
    `w.zero_()[:, :, ${kernel.map((size) => Math.floor((size - 1) / 2)).join(', ')}] = q`,
  ],
  sparse: init(({ gain }) => `sparse_(w, 0.1, std=${float(gain / 100)})`),
};
