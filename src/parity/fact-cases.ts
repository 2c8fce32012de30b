import { fans } from '#initializers/fans.ts';
import { distributionStd } from '#random/distributions.ts';
import { type Agreement, expectSame } from './compare.ts';
import { type Fields, numberOf, optional, refuseUnknown, shapeOf, textOf, wholeOf } from './fields.ts';
import { floatFromHex } from './golden-array.ts';
import { type TorchArguments, torchFunction, torchGain } from './torch-functions.ts';

/** `{ kind: 'gain', nonlinearity, param, gain, bits }` */
export function checkGain(fields: Fields): Agreement {
  refuseUnknown(fields, ['kind', 'nonlinearity', 'param', 'gain', 'bits'], 'the case');
  const slope = optional(fields.param, 'param', numberOf, undefined);
  expectFloat64(torchGain(textOf(fields.nonlinearity, 'nonlinearity'), slope), fields, 'bits');
  return 'exact';
}

/** `{ kind: 'fan', shape, fan_in, fan_out }` */
export function checkFans(fields: Fields): Agreement {
  refuseUnknown(fields, ['kind', 'shape', 'fan_in', 'fan_out'], 'the case');
  const { fanIn, fanOut } = fans(shapeOf(fields.shape, 'shape'));
  expectSame(fanIn, wholeOf(fields.fan_in, 'fan_in'), 'fan_in');
  expectSame(fanOut, wholeOf(fields.fan_out, 'fan_out'), 'fan_out');
  return 'exact';
}

/** `{ kind: 'xavier', shape, gain, std, std_bits, bound, bound_bits }` */
export function checkXavier(fields: Fields): Agreement {
  refuseUnknown(fields, ['kind', 'shape', 'gain', ...spread], 'the case');
  return checkSpread('xavier', { gain: optional(fields.gain, 'gain', numberOf, 1) }, fields);
}

/** `{ kind: 'kaiming', shape, mode, nonlinearity, a, std, std_bits, bound, bound_bits }` */
export function checkKaiming(fields: Fields): Agreement {
  refuseUnknown(fields, ['kind', 'shape', 'mode', 'nonlinearity', 'a', ...spread], 'the case');
  const args = {
    mode: textOf(fields.mode, 'mode'),
    nonlinearity: textOf(fields.nonlinearity, 'nonlinearity'),
    a: optional(fields.a, 'a', numberOf, 0),
  };
  return checkSpread('kaiming', args, fields);
}

const spread = ['std', 'std_bits', 'bound', 'bound_bits'];

/** The std of the normal and the bound of the uniform initializer, as they promise them before they draw. */
function checkSpread(family: 'xavier' | 'kaiming', args: TorchArguments, fields: Fields): Agreement {
  const shape = shapeOf(fields.shape, 'shape');
  const normal = torchFunction(`${family}_normal_`).make(args).distribution(shape);
  const uniform = torchFunction(`${family}_uniform_`).make(args).distribution(shape);
  if (uniform.kind !== 'uniform') throw new Error(`${family}_uniform_ draws from a ${uniform.kind} distribution`);
  expectFloat64(distributionStd(normal), fields, 'std_bits');
  expectFloat64(uniform.high, fields, 'bound_bits');
  return 'exact';
}

function expectFloat64(ours: number, fields: Fields, key: string): void {
  const bits = textOf(fields[key], key);
  if (!/^[0-9a-f]{16}$/i.test(bits)) throw new TypeError(`${key} must be 16 hexadecimal digits, got ${bits}`);
  expectSame(ours, floatFromHex(bits), key);
}
