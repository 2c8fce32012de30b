import { heNormal } from '#initializers/named-rows.ts';
import { torchGenerator } from '#random/torch-generator.ts';

/** What all contestants of a race compute with. */
export interface Examples {
  widths: readonly number[];
  batch: number;
  /** batch x widths[0] inputs. */
  pixels: Float32Array;
  /** One class per input. */
  labels: Uint8Array;
  rate: number;
}

/** Inputs from N(0, 1), none of which is 0, and any labels. */
export function randomExamples(widths: readonly number[], batch: number): Examples {
  const pixels = new Float32Array(batch * (widths[0] as number));
  torchGenerator(7).fillNormal(pixels, 0, 1);
  const labels = Uint8Array.from({ length: batch }, (_, i) => (7 * i) % (widths.at(-1) as number));
  return { widths, batch, pixels, labels, rate: 0.01 };
}

/** The weights of a peer's network, fanIn x fanOut as peers like them, drawn as He et al. 2015 do. */
export function peerWeights(widths: readonly number[]): { fanIn: number; fanOut: number; weights: Float32Array }[] {
  const generator = torchGenerator(7);
  return widths.slice(1).map((fanOut, l) => {
    const fanIn = widths[l] as number;
    return { fanIn, fanOut, weights: heNormal()([fanOut, fanIn], generator) };
  });
}

/** Labels as rows of 0 with one 1, for peers that know no other form. */
export function oneHot(labels: Uint8Array, classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => {
    rows[i * classes + label] = 1;
  });
  return rows;
}
