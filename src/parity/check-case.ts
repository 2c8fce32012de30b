import type { Agreement } from './compare.ts';
import { checkErrorCase } from './error-cases.ts';
import { checkFans, checkGain, checkKaiming, checkXavier } from './fact-cases.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';
import { checkLayer } from './layer-cases.ts';
import { checkNumpyCall, checkNumpySequence, checkPermutation } from './numpy-cases.ts';
import { checkNumpyWords, checkPcg64 } from './numpy-raw-cases.ts';
import type { FileStream } from './numpy-streams.ts';
import { checkManualSeed, checkRandperm, checkTorchCall, checkTorchWords } from './torch-cases.ts';
import { checkTorchSequence } from './torch-sequences.ts';

/** Facts without a draw, by their `kind`. */
const kinds: Readonly<Record<string, (fields: Fields) => Agreement>> = {
  gain: checkGain,
  fan: checkFans,
  xavier: checkXavier,
  kaiming: checkKaiming,
};

/** Functions whose case has a form of its own, by their `fn`. */
const forms: Readonly<Record<string, (fields: Fields, stream: FileStream) => Agreement>> = {
  manual_seed: checkManualSeed,
  randperm: checkRandperm,
  mt19937_raw: (fields) => ('words' in fields ? checkTorchWords(fields) : checkNumpyWords(fields)),
  pcg64_raw: checkPcg64,
  seq: checkNumpySequence,
  permutation: checkPermutation,
  generator_permutation: (fields) => checkPermutation(fields, 'generator'),
};

/**
 * Computes one case and compares it. What it is, its own fields say: `call` a wrong call, `kind` a fact, `ops` a sequence,
 * `shape` a call of PyTorch, `weight` or `params` a fresh layer, and what is left a call of NumPy.
 *
 * @throws an Error that says what differs, or what cannot be understood
 */
export function checkCase(value: unknown, stream: FileStream): Agreement {
  const fields = fieldsOf(value, 'a case');
  if ('call' in fields) return checkErrorCase(fields);
  if ('kind' in fields) return formOf(kinds, textOf(fields.kind, 'kind'), 'kind')(fields);
  if (fields.fn === undefined && 'ops' in fields) return checkTorchSequence(fields);
  const fn = textOf(fields.fn, 'fn');
  if (Object.hasOwn(forms, fn)) return formOf(forms, fn, 'fn')(fields, stream);
  if ('weight' in fields || 'params' in fields) return checkLayer(fields);
  return 'shape' in fields ? checkTorchCall(fields) : checkNumpyCall(fields, stream);
}

function formOf<Form>(table: Readonly<Record<string, Form>>, name: string, key: string): Form {
  if (!Object.hasOwn(table, name))
    throw new Error(`unknown ${key} ${name}; known are ${Object.keys(table).join(', ')}`);
  return table[name] as Form;
}
