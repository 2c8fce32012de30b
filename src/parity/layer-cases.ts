import { kaimingNormal } from '#initializers/named-rows.ts';
import { zeros } from '#initializers/plain.ts';
import type { Parameters } from '#initializers/torch-layers.ts';
import type { Generator } from '#random/generator.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { type Agreement, compareArray, exactly, expectSameList, weakest } from './compare.ts';
import { type Fields, fieldsOf, listOf, notEmpty, refuseUnknown, seedOf, textOf, wholesOf } from './fields.ts';
import { arrayOf } from './golden-array.ts';
import { expectNext } from './next-draw.ts';
import { constantLayer, freshLayer } from './torch-layers.ts';

type GoldenParameters = Readonly<Record<string, unknown>>;

/** `{ fn, seed, args, weight, bias, next_u24 }` or `{ fn, seed, args, params, next_u24 }`: a fresh layer after one seed. */
export function checkLayer(fields: Fields): Agreement {
  refuseUnknown(fields, ['fn', 'seed', 'args', 'weight', 'bias', 'params', 'next_u24'], 'the case');
  const generator = torchGenerator(seedOf(fields.seed, 'seed'));
  const name = textOf(fields.fn, 'fn');
  const golden = goldenParameters(fields);
  const ours = drawn(name, fieldsOf(fields.args, `the args of ${name}`), golden, generator);
  const agreement = compareParameters(ours, golden);
  expectNext(generator, fields.next_u24);
  return agreement;
}

/** By name; a bias of null says that the layer has none. */
function goldenParameters({ params, weight, bias }: Fields): GoldenParameters {
  if (params !== undefined) return fieldsOf(params, 'params');
  return bias === null || bias === undefined ? { weight } : { weight, bias };
}

/** The parameters of one layer, of a row of linear layers, or of layers that are constants. */
function drawn(name: string, args: Fields, golden: GoldenParameters, generator: Generator): Parameters {
  if (name === 'norm-layers') {
    refuseUnknown(args, [], `the args of ${name}`);
    return constantLayers(golden);
  }
  if (!name.startsWith('Sequential')) return freshLayer(name, args, generator);
  refuseUnknown(args, ['linear'], `the args of ${name}`);
  const sizes = listOf(args.linear, 'linear').map((pair) => wholesOf(pair, 'linear'));
  const layers = sizes.map(([in_features, out_features]) =>
    freshLayer('Linear', { in_features, out_features }, generator),
  );
  // Between two linear layers of the first kind of network stands an activation, which has a number but no parameters.
  if (name === 'Sequential') return named(layers, (i) => 2 * i);
  if (!/^Sequential\+kaiming_normal_\(relu\)\+zeros_/.test(name)) throw new Error(`unknown network ${name}`);
  return named(
    layers.map((layer) => drawnAgain(layer, generator)),
    (i) => i,
  );
}

function named(layers: readonly Parameters[], numberOf: (index: number) => number): Parameters {
  const entries = layers.flatMap((layer, i) =>
    Object.entries(layer).map(([key, parameter]) => [`${numberOf(i)}.${key}`, parameter]),
  );
  return Object.fromEntries(entries);
}

/** What `apply(init_weights)` does to a layer that its constructor has already drawn: He's weights, and no bias. */
function drawnAgain({ weight, bias }: Parameters, generator: Generator): Parameters {
  if (!weight || !bias) throw new Error('a linear layer has a weight and a bias');
  return {
    weight: { ...weight, values: kaimingNormal()(weight.shape, generator) },
    bias: { ...bias, values: zeros()(bias.shape, generator) },
  };
}

/** `BatchNorm2d.weight`, ...: their sizes are those of the golden weights. */
function constantLayers(golden: GoldenParameters): Parameters {
  const parameters: Parameters = {};
  for (const key of Object.keys(golden).filter((each) => each.endsWith('.weight'))) {
    const layer = key.slice(0, -'.weight'.length);
    const fresh = constantLayer(layer, arrayOf(golden[key], key).shape);
    for (const [name, parameter] of Object.entries(fresh)) parameters[`${layer}.${name}`] = parameter;
  }
  return parameters;
}

function compareParameters(ours: Parameters, golden: GoldenParameters): Agreement {
  const names = notEmpty(Object.keys(golden).sort(), 'params');
  expectSameList(Object.keys(ours).sort(), names, 'the names of the parameters');
  const agreements = names.map((name) => {
    const parameter = ours[name] as Parameters[string];
    const array = arrayOf(golden[name], name);
    expectSameList(parameter.shape, array.shape, `the shape of ${name}`);
    return compareArray(parameter.values, array, exactly, name);
  });
  return weakest(agreements);
}
