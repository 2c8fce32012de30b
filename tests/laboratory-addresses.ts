import type { Parameter } from '../src/experiments/parameters.ts';

/** A reproducible source of choices for property tests: Mulberry32, good enough to pick from lists. */
export function chooser(seed: number) {
  let state = seed;
  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  const below = (n: number) => Math.floor(uniform() * n);
  return { uniform, below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}

export type Chooser = ReturnType<typeof chooser>;

const oddTexts = [
  '',
  ' ',
  'NaN',
  'nan',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e308',
  '-0',
  '0x10',
  '1_000',
  '1,000',
  '0,5',
  '−3',
  '１２',
  '½',
  '10²',
  '--5',
  '.',
  'e5',
  '7e',
  '1.5',
  '+4',
  '007',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  ',',
  ',,,',
  'нет',
  '八',
  '🙂',
  '\u202e1',
  '\u0000',
  '\ud800',
  '<b>9</b>',
  '&depth=3',
  '{value}',
  '9007199254740993',
  '99999999999999999999999',
] as const;

/** Broken and strange percent escapes, which stand in an address as they are. */
const rawTexts = ['%', '%zz', '%E0%A4%A', '%ff', '%00', '+', '%2', '100%', '%u0041', '%f0%9f%99%82', '='] as const;

const strangeKeys = ['x', 'toString', '__proto__', 'hasOwnProperty', 'experiment.', '.', 'depth-sweep.', 'глубина', ''];

/** A text for a parameter that is right. */
function rightText(parameter: Parameter, { below, pick, uniform }: Chooser): string {
  if (parameter.kind === 'choice') return pick(parameter.options);
  if (parameter.kind === 'choices') {
    const some = parameter.options.filter(() => uniform() < 0.4);
    return (some.length > 0 ? some : [pick(parameter.options)]).join(',');
  }
  if (parameter.kind === 'seed') return String(below(2147483648));
  const { min, max } = parameter;
  return String(parameter.kind === 'integer' ? min + below(max - min + 1) : min + uniform() * (max - min));
}

/** A text for a parameter that may be right or wrong in any way, ready to stand in an address. */
function anyText(parameter: Parameter, choose: Chooser): string {
  const { below, pick, uniform } = choose;
  const kind = uniform();
  if (kind < 0.45) return encode(rightText(parameter, choose));
  if (kind < 0.5) return pick(rawTexts);
  if (kind < 0.8) return encode(pick(oddTexts));
  if (kind < 0.9) return String((uniform() - 0.5) * 10 ** (below(40) - 10));
  if (kind < 0.998) return encode(rightText(parameter, choose).slice(1) + pick(oddTexts));
  return pick(['9', '.', 'x', ',', '%20', '8e']).repeat(20_000);
}

/** As browsers do it, which also take what is no text. */
const encode = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);

/** What an address that anyone may have written asks of some experiments: `?experiment=...&depth=...`. */
export function anyAddress(
  experiments: readonly { id: string; params: Readonly<Record<string, Parameter>> }[],
  choose: Chooser,
): string {
  const { below, pick, uniform } = choose;
  const { id, params } = pick(experiments);
  const name = uniform();
  const named = name < 0.7 ? id : name < 0.8 ? undefined : pick([...oddTexts, 'parity', id.toUpperCase(), `${id} `]);
  const entries = named === undefined ? [] : [`experiment=${encode(named)}`];
  for (const [key, parameter] of Object.entries(params)) {
    const times = pick([0, 0, 1, 1, 1, 2]);
    for (let time = 0; time < times; time++) {
      entries.push(`${uniform() < 0.3 ? `${id}.` : ''}${key}=${anyText(parameter, choose)}`);
    }
  }
  for (let strange = below(3); strange > 0; strange--) {
    entries.push(`${encode(pick(strangeKeys))}=${encode(pick(oddTexts))}`);
  }
  entries.sort(() => uniform() - 0.5);
  return `${pick(['?', '?', '?', '??', '?&&'])}${entries.join(pick(['&', '&', '&', '&&']))}`;
}
