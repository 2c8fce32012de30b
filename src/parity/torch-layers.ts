import {
  bilinear,
  conv,
  convTranspose,
  embedding,
  gru,
  linear,
  lstm,
  multiheadAttention,
  norm,
  type Parameters,
  prelu,
  rnn,
} from '#initializers/torch-layers.ts';
import type { Generator } from '#random/generator.ts';
import { booleanOf, FieldError, type Fields, numberOf, numbersOf, optional, refuseUnknown } from './fields.ts';

/** A layer by PyTorch's name: its constructor's arguments in PyTorch's order, and its fresh parameters. */
interface TorchLayer {
  known: readonly string[];
  /** Those without a default. */
  required: readonly string[];
  make(args: Fields, generator: Generator): Parameters;
}

/** A size, an index or a count. Whether it is whole and large enough is for the library to say, not for its check. */
const size = (args: Fields, key: string) => numberOf(args[key], key);
const hasBias = (args: Fields) => optional(args.bias, 'bias', booleanOf, true);

const linearLayer: TorchLayer = {
  known: ['in_features', 'out_features', 'bias'],
  required: ['in_features', 'out_features'],
  make: (args, generator) =>
    linear(
      { inFeatures: size(args, 'in_features'), outFeatures: size(args, 'out_features'), bias: hasBias(args) },
      generator,
    ),
};

/** A convolution over a picture of so many dimensions: a single size of the kernel counts for each of them. */
function convLayer(dimensions: number, make: typeof conv): TorchLayer {
  return {
    // Stride and padding change what a layer computes, not how it begins, but PyTorch counts them in its order.
    known: ['in_channels', 'out_channels', 'kernel_size', 'stride', 'padding', 'dilation', 'groups', 'bias'],
    required: ['in_channels', 'out_channels', 'kernel_size'],
    make(args, generator) {
      const { kernel_size } = args;
      const kernelSize: readonly number[] =
        typeof kernel_size === 'number'
          ? new Array(dimensions).fill(kernel_size)
          : numbersOf(kernel_size, 'kernel_size');
      if (kernelSize.length !== dimensions) {
        throw new FieldError(`kernel_size must have ${dimensions} sizes, got [${kernelSize.join(', ')}]`);
      }
      const options = {
        inChannels: size(args, 'in_channels'),
        outChannels: size(args, 'out_channels'),
        kernelSize,
        groups: optional(args.groups, 'groups', numberOf, 1),
        bias: hasBias(args),
      };
      return make(options, generator);
    },
  };
}

const recurrentLayer = (make: typeof lstm): TorchLayer => ({
  known: ['input_size', 'hidden_size', 'num_layers', 'bias'],
  required: ['input_size', 'hidden_size'],
  make: (args, generator) =>
    make(
      {
        inputSize: size(args, 'input_size'),
        hiddenSize: size(args, 'hidden_size'),
        layers: optional(args.num_layers, 'num_layers', numberOf, 1),
        bias: hasBias(args),
      },
      generator,
    ),
});

const embeddingLayer: TorchLayer = {
  known: ['num_embeddings', 'embedding_dim', 'padding_idx'],
  required: ['num_embeddings', 'embedding_dim'],
  make(args, generator) {
    const options = { count: size(args, 'num_embeddings'), size: size(args, 'embedding_dim') };
    if (args.padding_idx === undefined || args.padding_idx === null) return embedding(options, generator);
    return embedding({ ...options, paddingIndex: size(args, 'padding_idx') }, generator);
  },
};

const bilinearLayer: TorchLayer = {
  known: ['in1_features', 'in2_features', 'out_features', 'bias'],
  required: ['in1_features', 'in2_features', 'out_features'],
  make(args, generator) {
    const [in1, in2, out] = [size(args, 'in1_features'), size(args, 'in2_features'), size(args, 'out_features')];
    return bilinear({ in1, in2, out, bias: hasBias(args) }, generator);
  },
};

const attentionLayer: TorchLayer = {
  known: ['embed_dim', 'num_heads', 'dropout', 'bias'], // neither heads nor dropout change how it begins
  required: ['embed_dim', 'num_heads'],
  make: (args, generator) => multiheadAttention({ size: size(args, 'embed_dim'), bias: hasBias(args) }, generator),
};

/** The layers of `torch.nn` that this project knows. */
const torchLayers: Readonly<Record<string, TorchLayer>> = {
  Linear: linearLayer,
  Conv1d: convLayer(1, conv),
  Conv2d: convLayer(2, conv),
  Conv3d: convLayer(3, conv),
  ConvTranspose1d: convLayer(1, convTranspose),
  ConvTranspose2d: convLayer(2, convTranspose),
  ConvTranspose3d: convLayer(3, convTranspose),
  Embedding: embeddingLayer,
  Bilinear: bilinearLayer,
  RNN: recurrentLayer(rnn),
  GRU: recurrentLayer(gru),
  LSTM: recurrentLayer(lstm),
  MultiheadAttention: attentionLayer,
};

/** The row of a layer by its PyTorch name, with or without the module it lies in. */
export function torchLayer(name: string): TorchLayer {
  const short = name.replace(/^(torch\.)?nn\./, '');
  if (!Object.hasOwn(torchLayers, short)) {
    throw new Error(`unknown layer ${name}; known are ${Object.keys(torchLayers).join(', ')}`);
  }
  return torchLayers[short] as TorchLayer;
}

/** The fresh parameters of a layer, by PyTorch's names. */
export function freshLayer(name: string, args: Fields, generator: Generator): Parameters {
  const { known, make } = torchLayer(name);
  refuseUnknown(args, known, `the args of ${name}`);
  return make(args, generator);
}

/** A layer whose parameters are constants, by a name such as BatchNorm2d, for a weight of this shape. */
export function constantLayer(name: string, shape: readonly number[]): Parameters {
  if (/^(BatchNorm|InstanceNorm)[123]d|^(Layer|Group)Norm/.test(name)) return norm(shape);
  if (/^PReLU/.test(name)) return prelu(shape[0]);
  throw new Error(`unknown layer ${name}; known are norms and PReLU`);
}
