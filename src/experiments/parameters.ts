/** One declaration of an experiment's parameter serves its control, the address bar, the command line and the property test. */
export type Parameter =
  | { kind: 'integer'; default: number; min: number; max: number; step?: number }
  | { kind: 'number'; default: number; min: number; max: number; scale?: 'linear' | 'log' }
  | { kind: 'choice'; default: string; options: readonly string[] }
  | { kind: 'choices'; default: readonly string[]; options: readonly string[] }
  | { kind: 'seed'; default: number };

export type Parameters = Readonly<Record<string, Parameter>>;

type Value<P extends Parameter> = P extends { kind: 'choice'; options: readonly (infer O)[] }
  ? O
  : P extends { kind: 'choices'; options: readonly (infer O)[] }
    ? readonly O[]
    : number;

/** The values of a parameter declaration: `{ depth: number; activation: 'relu' | 'tanh'; ... }`. */
export type Values<P extends Parameters = Parameters> = { readonly [K in keyof P]: Value<P[K]> };
