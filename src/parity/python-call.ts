import { type Token, tokensOf, unreadable } from './python-tokens.ts';

/** A value in Python's notation. Whole numbers that a JavaScript number may round are bigints. */
export type PythonValue = number | bigint | string | boolean | null | readonly PythonValue[];

/** `name(1, [3, 3], mode='fan_in')`, taken apart. */
export interface PythonCall {
  name: string;
  positional: readonly PythonValue[];
  named: Readonly<Record<string, PythonValue>>;
  /** Words in the place of arguments, as in `normal_(int tensor)`. */
  remark?: string;
}

/**
 * Reads a call as Python would: positional and named arguments, lists, strings, True, False, None, nan, inf, and whole
 * or decimal numbers with + - * ** and parentheses.
 *
 * @throws an Error that shows the call and the place where it cannot be read
 */
export function parsePythonCall(text: string): PythonCall {
  const remark = /^([\w.]+) ?\(([A-Za-z_]+(?: [A-Za-z_]+)+)\)$/.exec(text);
  if (remark) return { name: remark[1] ?? '', positional: [], named: {}, remark: remark[2] ?? '' };
  const reader = new Reader(text);
  const name = reader.take('name');
  reader.takeSign('(');
  const positional: PythonValue[] = [];
  const named: Record<string, PythonValue> = {};
  while (!reader.skipSign(')')) {
    const key = reader.keyword();
    if (key === undefined) positional.push(reader.value());
    else named[key] = reader.value();
    if (!reader.sees(')')) reader.takeSign(',');
  }
  reader.take('end');
  return { name, positional, named };
}

/** A recursive descent over the tokens of one call. */
class Reader {
  private readonly source: string;
  private readonly tokens: Token[];
  private position = 0;

  constructor(source: string) {
    this.source = source;
    this.tokens = tokensOf(source);
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  take(kind: Token['kind']): string {
    const { kind: found, text } = this.next;
    if (found !== kind) throw unreadable(this.source, text || 'the end');
    this.position++;
    return text;
  }

  sees(sign: string): boolean {
    return this.next.kind === 'sign' && this.next.text === sign;
  }

  skipSign(sign: string): boolean {
    const found = this.sees(sign);
    if (found) this.position++;
    return found;
  }

  takeSign(sign: string): void {
    if (!this.skipSign(sign)) throw unreadable(this.source, this.next.text || 'the end');
  }

  /** `mode` of `mode='fan_in'`, if that is what comes. */
  keyword(): string | undefined {
    const { kind, text } = this.next;
    const follower = this.tokens[this.position + 1];
    if (kind !== 'name' || follower?.kind !== 'sign' || follower.text !== '=') return undefined;
    this.position += 2;
    return text;
  }

  value(): PythonValue {
    if (this.skipSign('[')) return this.list();
    const { kind, text } = this.next;
    if (kind === 'text') return this.take('text');
    if (kind === 'name' && Object.hasOwn(words, text)) {
      this.position++;
      return words[text] as PythonValue;
    }
    return plain(this.sum());
  }

  private list(): PythonValue[] {
    const items: PythonValue[] = [];
    while (!this.skipSign(']')) {
      items.push(this.value());
      if (!this.sees(']')) this.takeSign(',');
    }
    return items;
  }

  private sum(): number | bigint {
    let sum = this.product();
    for (;;) {
      if (this.skipSign('+'))
        sum = combine(
          sum,
          this.product(),
          (a, b) => a + b,
          (a, b) => a + b,
        );
      else if (this.skipSign('-'))
        sum = combine(
          sum,
          this.product(),
          (a, b) => a - b,
          (a, b) => a - b,
        );
      else return sum;
    }
  }

  private product(): number | bigint {
    let product = this.signed();
    while (this.skipSign('*'))
      product = combine(
        product,
        this.signed(),
        (a, b) => a * b,
        (a, b) => a * b,
      );
    return product;
  }

  /** A minus binds less than a power: -2**63 is -(2**63). */
  private signed(): number | bigint {
    if (this.skipSign('-')) return -this.signed();
    const base = this.factor();
    return this.skipSign('**') ? power(base, this.signed()) : base;
  }

  private factor(): number | bigint {
    if (this.skipSign('(')) {
      const inner = this.sum();
      this.takeSign(')');
      return inner;
    }
    const { kind, text } = this.next;
    if (kind === 'name' && Object.hasOwn(numbers, text)) {
      this.position++;
      return numbers[text] as number;
    }
    const digits = this.take('number');
    return /^\d+$/.test(digits) ? BigInt(digits) : Number(digits);
  }
}

const words: Readonly<Record<string, PythonValue>> = { True: true, False: false, None: null };
const numbers: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity };

/** A bigint that a number holds exactly becomes one. */
const plain = (value: number | bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;

/** Two whole numbers stay whole; a decimal number among them makes both decimal, as in Python. */
function combine(
  a: number | bigint,
  b: number | bigint,
  whole: (a: bigint, b: bigint) => bigint,
  decimal: (a: number, b: number) => number,
): number | bigint {
  return typeof a === 'bigint' && typeof b === 'bigint' ? whole(a, b) : decimal(Number(a), Number(b));
}

const LARGEST_EXPONENT = 4096;

/** base * base * ...: `**` is not exact for decimal numbers in JavaScript. */
function power(base: number | bigint, exponent: number | bigint): number | bigint {
  if (!(Number(exponent) <= LARGEST_EXPONENT)) throw new RangeError(`the exponent ${exponent} is too large`);
  const times = (x: number | bigint) =>
    combine(
      x,
      base,
      (a, b) => a * b,
      (a, b) => a * b,
    );
  let result: number | bigint = 1n;
  for (let i = 0; i < Number(exponent); i++) result = times(result);
  return result;
}
