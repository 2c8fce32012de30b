import type { Distribution } from '#random/distributions.ts';
import type { StreamId } from '#random/streams.ts';
import { type CatalogueId, type CatalogueOptions, catalogue } from './catalogue.ts';
import type { Shape } from './initializer.ts';
import { jaxCode } from './jax-code.ts';
import { kerasCode } from './keras-code.ts';
import { numpyCode } from './numpy-code.ts';
import { pytorchCode } from './pytorch-code.ts';

export type FrameworkId = 'pytorch' | 'numpy' | 'keras' | 'jax';

/**
 * How far the code's weights agree with ours: to the last bit; close; in distribution only; or there is no code.
 *
 * Close means |ours - theirs| <= 5e-6 |gain| where the reason is `otherRounding`: the rounding of a float32 QR decomposition
 * grows with the matrix and hardly depends on the size of a single weight. For the other reasons it means 1e-6 of the
 * standard deviation, or of the weight where that is larger.
 */
export type CodeAgreement = 'bits' | 'close' | 'distribution' | 'none';

/** Why they agree so far and no further. The page says it in the reader's language. */
export type ReasonId =
  /** The framework's own generator, seeded alike, is the stream of this page. */
  | 'sameStream'
  /** NumPy draws the weights, as on this page, and hands them over. */
  | 'throughNumpy'
  /** Nothing is drawn, so that no stream can differ. */
  | 'nothingDrawn'
  /** The same stream; but each QR decomposition rounds in its own way. */
  | 'otherRounding'
  /** The same stream up to PyTorch 2.11, with another approximation of the inverse error function; from 2.12 on another stream. */
  | 'otherErfInverse'
  /** The same stream; the quantile of the normal distribution rounds in its own way. */
  | 'otherQuantile'
  /** The framework has another random stream: the same seed gives other numbers. */
  | 'otherStream'
  /** The framework has no such initializer. */
  | 'noInitializer';

export interface FrameworkSnippet {
  /** A complete Python program that ends with the weights in `w`; empty if there is none. */
  code: string;
  agreement: CodeAgreement;
  reason: ReasonId;
}

export type FrameworkCode = Readonly<Record<FrameworkId, FrameworkSnippet>>;

export interface FrameworkCodeOptions extends CatalogueOptions {
  shape: Shape;
  /** A seed that the stream takes. Code that agrees in distribution only gets its low 32 bits, which all frameworks take. */
  seed: number | bigint | string;
  stream: StreamId;
}

/** What the writers of code need to know. */
export interface CodeRequest extends FrameworkCodeOptions {
  id: CatalogueId;
  /** The distribution of a weight, with its numbers. */
  law: Distribution;
}

/**
 * Python programs that draw what `catalogue[id].make({ gain, mode })(shape, streams[stream](seed))` draws, or come as close
 * as the framework can. Their standard deviations and bounds are written with all digits, so that they are the same
 * float64.
 */
export function frameworkCode(id: CatalogueId, options: FrameworkCodeOptions): FrameworkCode {
  const request = { ...options, id, law: catalogue[id].make(options).distribution(options.shape) };
  return {
    pytorch: pytorchCode(request),
    numpy: numpyCode(request),
    keras: kerasCode(request),
    jax: jaxCode(request),
  };
}
