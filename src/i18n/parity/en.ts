import type { Message } from '../types.ts';

/**
 * The texts of the parity page and of the experiment `weights`, in English. Comments are notes to translators, as in
 * `../en.ts`.
 */
export const en = {
  // A page of the menu at the top, which has little room: one short word, the comparison of our numbers with PyTorch’s.
  'nav.parity': 'Parity',

  // Initializers, beside the starts of `../en.ts`. Titles in a menu.
  'start.zeros': 'zeros',
  'start.ones': 'ones',
  'start.normal': 'normal, N(0, 1)',
  'start.uniform': 'uniform, U[−1, 1)',
  'start.truncatedNormal': 'truncated normal, cut at ±2',
  'start.lecunTruncatedNormal': 'LeCun, truncated normal',
  'start.xavierTruncatedNormal': 'Xavier, truncated normal',
  'start.heTruncatedNormal': 'He, truncated normal',
  'start.torchLinear': 'PyTorch’s nn.Linear',
  'start.identity': 'identity',
  'start.dirac': 'Dirac',
  'start.orthogonal': 'orthogonal',
  'start.deltaOrthogonal': 'delta-orthogonal',
  'start.sparse': 'sparse',
  'short.zeros': 'zeros',
  'short.ones': 'ones',
  'short.normal': 'N(0, 1)',
  'short.uniform': 'U[−1, 1)',
  'short.truncatedNormal': 'truncated normal',
  'short.lecunTruncatedNormal': 'LeCun truncated',
  'short.xavierTruncatedNormal': 'Xavier truncated',
  'short.heTruncatedNormal': 'He truncated',
  'short.torchLinear': 'PyTorch’s nn.Linear',
  'short.identity': 'identity',
  'short.dirac': 'Dirac',
  'short.orthogonal': 'orthogonal',
  'short.deltaOrthogonal': 'delta-orthogonal',
  'short.sparse': 'sparse',

  // The chooser of an initializer on the parity page; in lessons it is `param.init`.
  'param.initializer': 'Initializer',
  'param.fanOut': 'Fan-out',
  'param.kernel': 'Kernel k × k (multiplies both fans by k²)',
  'param.mode': 'Fan that sets the variance',
  'param.stream': 'Random stream',
  'mode.fanIn': 'fan-in',
  'mode.fanOut': 'fan-out',
  'mode.fanAvg': 'mean of both',
  'mode.fanGeoAvg': 'geometric mean of both',
  // The names of the generators stay as they are.
  'stream.torch': 'PyTorch',
  'stream.numpyLegacy': 'NumPy RandomState (older)',
  'stream.numpy': 'NumPy default_rng (newer)',

  'chart.weight': 'weight w',
  'chart.density': 'density',
  'chart.share': 'share of the weights',
  // Marks the ends of a uniform or a truncated distribution.
  'chart.bound': 'bound',
  // Label of a value that many weights have exactly: 99.9% are 0.
  'chart.spike': '{percent} are {value}',

  'table.quantity': 'Quantity',
  'table.mean': 'Mean',
  'table.variance': 'Variance',
  'table.distance': 'Kolmogorov–Smirnov distance',
  'table.shareOf': 'Share of the weights that are {value}',
  'table.densityFrom': 'Density from {from} to {to}',

  'summary.weights':
    'Histogram of the weights beside the density of their law. Weights: {count}. {start}, seed {seed}: mean {mean}, variance {variance}, where theory says {theory}.',
  'summary.weights-spikes': 'The values of the weights. Weights: {count}. {start}: {shares}.',

  // Why an initializer cannot be drawn, and what to do.
  'refusal.fanInAboveFanOut':
    'Delta-orthogonal weights need a fan-in that is no larger than the fan-out: no map onto fewer outputs keeps every length. Choose a larger fan-out or a smaller fan-in.',
  'refusal.tooMany': 'So many weights take too long on a page. Choose smaller fans or a smaller kernel.',

  'weights.first': 'The first weights',
  'weights.place': 'Index',
  'weights.decimal': 'Decimal',
  'weights.bits': 'Bits, hexadecimal',
  'weights.numbers': 'The law and what was drawn',
  'weights.law': 'Law of a weight',
  'weights.shape': 'Shape',
  'weights.count': 'Weights',
  'weights.words': '32-bit words taken from the stream',
  'weights.bound': 'Bound a',
  'weights.interval': 'Interval',
  'weights.std': 'Standard deviation σ',
  'weights.stdBefore': 'Standard deviation before the cut',
  'weights.stdAfter': 'Standard deviation after the cut',
  'weights.mean': 'Mean',
  'weights.variance': 'Variance',
  // {measured} is a number with its standard error: 0.1 ± 0.02.
  'weights.against': '{measured} measured, {theory} by the law',
  'weights.distance': 'Kolmogorov–Smirnov',
  'weights.distanceAndP': 'D = {distance}, p = {p}',
  'weights.distanceOnly': 'D = {distance}; no p, since these weights depend on each other or are very few',
  // {names} is a list of settings such as gain.
  'weights.unused': 'This initializer does not have: {names}.',
  'weights.code': 'The same in your own session',
  'weights.copy': 'Copy code for {framework}',
  'weights.copied': 'Copied.',
  'weights.copyFailed': 'The browser does not allow it: select the code and copy it.',
  'law.constant': 'constant',
  'law.uniform': 'uniform, U[−a, a)',
  'law.uniformFrom': 'uniform, U[a, b)',
  'law.normal': 'normal, N(0, σ²)',
  'law.truncatedNormal': 'normal, cut to an interval',
  'law.sphere': 'one coordinate of a random point on a sphere',
  'law.mixture': 'some values are fixed, the others are drawn',
  'law.mixtureOfConstants': 'fixed values',

  // How far the numbers of another framework agree with these.
  'agreement.bits': 'the same bits',
  'agreement.close': 'equal up to rounding',
  'agreement.distribution': 'the same distribution, other numbers',
  'agreement.none': 'no counterpart',
  // Why they agree so far and no further; one of these stands below each of the above.
  'reason.sameStream': 'The seed gives the same stream of random numbers here and there.',
  'reason.throughNumpy': 'NumPy draws the weights, as on this page, and hands them over.',
  'reason.nothingDrawn': 'Nothing is random here, so nothing can differ.',
  'reason.otherRounding':
    'The stream is the same. But every library of linear algebra rounds its QR decomposition in its own way: weights agree within 5 × 10⁻⁶ times the gain.',
  'reason.otherErfInverse':
    'The stream is the same up to torch 2.11, with another approximation of the inverse error function: weights agree within 10⁻⁶ times the standard deviation. From torch 2.12 on the stream differs too.',
  'reason.otherQuantile':
    'The stream is the same. But the quantile of the normal distribution is rounded in another way: weights agree within 10⁻⁶ times the standard deviation.',
  'reason.otherStream': 'The framework has a random stream of its own: the same seed gives other numbers.',
  'reason.noInitializer': 'The framework has no such initializer.',

  'parity.table': 'Files with outputs of PyTorch and NumPy',
  'parity.file': 'File',
  'parity.content': 'What it holds, and when a case passes',
  'parity.cases': 'Cases',
  'parity.result': 'Here',
  // Instead of a result, for screen readers.
  'parity.notYet': 'not checked yet',
  'parity.total': 'All files',
  // {versions} is a list such as “NumPy 1.24.2 and PyTorch 1.13.1”; {size} is a number.
  'parity.made': 'Written by {versions}. {size} MB in all.',
  // Names the button below together with the one that stops it.
  'parity.operation': 'Comparison with the files',
  'parity.check': { one: 'Check {n} case in this browser', other: 'Check all {n} cases in this browser' },
  'parity.passed': '{n} passed',
  'parity.failed': '{n} failed',
  // Passed, but not to the last bit; and wrong calls that PyTorch or NumPy accept and that are refused here.
  'parity.close': '{n} within tolerance',
  'parity.endsOnly': '{n} of them compared at both ends only',
  'parity.stricter': '{n} stricter than there',
  'parity.allPassed': { one: '{n} case passes. {seconds} s.', other: 'All {n} cases pass. {seconds} s.' },
  'parity.someFailed': 'Passed: {passed}. Failed: {failed}. Please report this with the name of your browser.',
  'parity.stopped': 'Stopped. Passed so far: {passed}, failed: {failed}.',
  'parity.failures': 'What failed',
  'parity.noScript': 'The check needs JavaScript. Without a browser, run: {command}',

  // What each file holds and what its cases must fulfill. Names of functions stay as they are. An ulp, here written out, is
  // the distance of neighboring numbers.
  'golden.errors': 'Wrong and unusual calls: refused where the original refuses',
  'golden.numpy_generator':
    'default_rng: seed sequences, words of PCG64, uniform and normal numbers. The same bits; in the far tail one unit in the last place',
  'golden.numpy_legacy':
    'RandomState: uniform numbers to the same bits, normal numbers within two units in the last place',
  'golden.numpy_permutation': 'permutation of RandomState and of default_rng: the same order',
  'golden.torch_deterministic': 'eye_, dirac_, constant_, ones_, zeros_: the same bits',
  'golden.torch_gain_fan': 'Gains, fans, standard deviations and bounds in float64: the same bits',
  'golden.torch_layers': 'The default weights of whole layers, from nn.Linear to nn.LSTM: the same bits',
  'golden.torch_normal':
    'normal_, xavier_normal_, kaiming_normal_: in float32 the same bits, in float64 within two units in the last place',
  'golden.torch_orthogonal': 'orthogonal_: within 5 × 10⁻⁶ times the gain, and orthogonal',
  'golden.torch_raw': '32-bit words of the Mersenne Twister: the same bits',
  'golden.torch_seed_7': 'The first weights of the course’s networks at seed 7: the same bits',
  'golden.torch_seed_edge': 'Negative seeds and seeds beyond 2³²: the same bits',
  'golden.torch_sequences': 'Several calls after one seed, and what is kept between them: the same bits',
  'golden.torch_sparse_randperm': 'sparse_ and randperm: the same bits',
  'golden.torch_trunc_normal': 'trunc_normal_ up to torch 2.11: within 10⁻⁶',
  'golden.torch_uniform': 'uniform_, xavier_uniform_, kaiming_uniform_: the same bits',

  'tables.initializers': 'Initializers',
  'tables.initializer': 'Initializer',
  'tables.lawOf': 'Law of a weight w',
  'tables.varianceOf': 'Var[w]',
  'tables.source': 'Source',
  'tables.gains': 'Gains',
  'tables.nonlinearity': 'Nonlinearity',
  'tables.gain': 'Gain',
  'tables.value': 'Value',
  'tables.origin': 'Where it comes from',
  'origin.derived': 'derived',
  'origin.chosen': 'chosen by PyTorch',
  'tables.fans': 'Fans',
  'tables.usedBy': 'Stored like this by',
  'tables.fanIn': 'Fan-in',
  'tables.fanOut': 'Fan-out',
  'tables.example': 'Example: shape, fan-in, fan-out',
  'tables.defaults': 'Defaults',
  'tables.layer': 'Layer',
  'tables.framework': 'Framework',
  'tables.bias': 'Bias',
  // {versions} is a list of frameworks with their versions.
  'tables.versions': 'As in {versions}.',
  'layer.dense': 'Fully connected layer',
  'layer.conv': 'Convolutional layer',
  'layer.embedding': 'Embedding',
  'layer.recurrentInput': 'LSTM and GRU, input weights',
  'layer.recurrentHidden': 'LSTM and GRU, recurrent weights',
  'layer.attention': 'Multi-head attention, input projections',
  'layer.norm': 'Batch and layer normalization, scale',
  'layer.prelu': 'PReLU, slope',
} as const satisfies Record<string, Message>;
