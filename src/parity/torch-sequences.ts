import { type TorchGenerator, torchGenerator } from '#random/torch-generator.ts';
import { type Agreement, compareArray, exactly, expectSame, weakest } from './compare.ts';
import { type Fields, fieldsOf, listOf, notEmpty, refuseUnknown, seedOf, shapeOf, textOf, wholeOf } from './fields.ts';
import { arrayOf } from './golden-array.ts';
import { expectNext, expectPermutation } from './next-draw.ts';
import { type Call, compareCall } from './torch-calls.ts';
import { freshLayer } from './torch-layers.ts';

/** `{ seed, ops, outs, next_u24 }`: several calls after one seed, `[function, shape, args]` each. */
export function checkTorchSequence(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'ops', 'outs', 'next_u24'], 'the case');
  let generator = torchGenerator(seedOf(fields.seed, 'seed'));
  const outs = [...listOf(fields.outs, 'outs')];
  const agreements = notEmpty(listOf(fields.ops, 'ops'), 'ops').map((op, i): Agreement => {
    const [name, shape, args, ...rest] = listOf(op, `ops[${i}]`);
    if (rest.length > 0) throw new TypeError(`ops[${i}] must be [function, shape, args], got ${JSON.stringify(op)}`);
    const call = { name: textOf(name, `ops[${i}][0]`), shape, args: args ?? {} };
    if (call.name === 'seed' || call.name === 'manual_seed') {
      generator = torchGenerator(seedOf(shape, `ops[${i}][1]`));
      expectSame(outs.shift(), null, `the out of ops[${i}], which seeds anew,`);
      return 'exact';
    }
    return compareOperation(call, outs, generator, `ops[${i}]`);
  });
  if (outs.length > 0) throw new Error(`outs has ${outs.length} arrays more than ops has calls`);
  expectNext(generator, fields.next_u24);
  return weakest(agreements);
}

/** Compares one call of a sequence with as many of the outs as it makes: `Linear` makes two, the others one. */
function compareOperation(call: Call, outs: unknown[], generator: TorchGenerator, what: string): Agreement {
  if (call.name === 'randperm') {
    expectPermutation(generator, wholeOf(call.shape, `${what}[1]`), outs.shift());
    return 'exact';
  }
  if (!/^(nn\.)?Linear$/.test(call.name)) return compareCall(call, arrayOf(outs.shift(), what), generator, what);
  const [out_features, in_features] = shapeOf(call.shape, `${what}[1]`);
  const args = { ...fieldsOf(call.args, `${what}[2]`), in_features, out_features };
  const agreements = Object.entries(freshLayer('Linear', args, generator)).map(([name, { values }]) =>
    compareArray(values, arrayOf(outs.shift(), `${what}.${name}`), exactly, `${what}.${name}`),
  );
  return weakest(agreements);
}
