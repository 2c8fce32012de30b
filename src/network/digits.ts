/** Handwritten digits: the first `trainCount` images are for training, the `testCount` after them for testing only. */
export interface Digits {
  /** 784 gray values from 0 (paper) to 255 (ink) per image, 28 rows of 28 pixels from the top left. */
  images: Uint8Array;
  /** The digit shown, 0 to 9, one per image. */
  labels: Uint8Array;
  trainCount: number;
  testCount: number;
}

export const pixelsPerImage = 784;
export const classCount = 10;

/** The widths of a network for the digits: pixels, hidden layers of equal width, one logit per class. */
export const digitsWidths = ({ hiddenLayers, width }: { hiddenLayers: number; width: number }): number[] => [
  pixelsPerImage,
  ...new Array<number>(hiddenLayers).fill(width),
  classCount,
];

const magic = 'DIGS';
const headerLength = 16;

/**
 * Reads the unpacked content of `public/data/digits.bin`. All numbers of its header are unsigned 32-bit, little-endian:
 *
 *     "DIGS", trainCount, testCount, pixels per image (784); then all labels, one byte each; then all images
 *
 * @throws an Error that says what is wrong with the bytes
 */
export function decodeDigits(content: ArrayBuffer | Uint8Array): Digits {
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw new Error("the digits are still packed: send them through DecompressionStream('gzip') first");
  }
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== magic || bytes.length < headerLength) {
    throw new Error(`these are no digits: the file must begin with "${magic}" and a header of ${headerLength} bytes`);
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerLength);
  const [trainCount, testCount, pixels] = [4, 8, 12].map((offset) => header.getUint32(offset, true)) as Triple;
  if (pixels !== pixelsPerImage) throw new Error(`digits need ${pixelsPerImage} pixels per image, got ${pixels}`);
  const count = trainCount + testCount;
  const length = headerLength + count * (1 + pixels);
  if (bytes.length !== length) throw new Error(`${count} digits need ${length} bytes, got ${bytes.length}: load again`);
  const labels = bytes.subarray(headerLength, headerLength + count);
  if (labels.some((label) => label >= classCount)) throw new Error('digits need labels from 0 to 9: load again');
  return { images: bytes.subarray(headerLength + count), labels, trainCount, testCount };
}

type Triple = [number, number, number];

/** The reverse of `decodeDigits`. */
export function encodeDigits({ images, labels, trainCount, testCount }: Digits): Uint8Array {
  const bytes = new Uint8Array(headerLength + labels.length + images.length);
  const header = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) header.setUint8(i, magic.charCodeAt(i));
  [trainCount, testCount, pixelsPerImage].forEach((number, i) => {
    header.setUint32(4 + 4 * i, number, true);
  });
  bytes.set(labels, headerLength);
  bytes.set(images, headerLength + labels.length);
  return bytes;
}

/** Some images with their labels: `pixels` is size x 784 in [0, 1], row-major. */
export interface Batch {
  size: number;
  pixels: Float32Array;
  labels: Uint8Array;
}

/**
 * Batch number `index` of the images from `first` to `first + count - 1`: images index * size, index * size + 1, ...,
 * starting over after the last. Their order in the file is mixed already. Pixels are divided by 255; `out` is reused.
 */
export function readBatch(digits: Digits, first: number, count: number, index: number, out: Batch): Batch {
  for (let i = 0; i < out.size; i++) {
    const image = first + ((index * out.size + i) % count);
    out.labels[i] = digits.labels[image] as number;
    for (let p = 0; p < pixelsPerImage; p++) {
      out.pixels[i * pixelsPerImage + p] = (digits.images[image * pixelsPerImage + p] as number) / 255;
    }
  }
  return out;
}

/** A batch to be filled again and again by `readBatch`; `pixels` says where, if not in an array of its own. */
export const emptyBatch = (size: number, pixels: Float32Array = new Float32Array(size * pixelsPerImage)): Batch => ({
  size,
  pixels,
  labels: new Uint8Array(size),
});
