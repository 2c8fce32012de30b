/** Where the words come from. */
interface WordStream {
  /** Writes the next `count` words to the beginning of `out`. */
  fillWords(out: Uint32Array, count: number): void;
}

/** Words on their way from the stream, many at a time. */
const words = new Uint32Array(512);

/**
 * The numbers 0 ... n - 1 in random order, as `permutation(n)` of both NumPy generators: Fisher and Yates from the back, each
 * step swapping place i with a random place from 0 to i. A word is cut to as many bits as i has and drawn anew while it is
 * too large, so that all places are equally likely (numpy/random/src/distributions/distributions.c, `random_interval`).
 *
 * The i steps that are left need at least i words, so that many can be taken at once without taking one too many.
 */
export function numpyPermutation(stream: WordStream, n: number): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let i = n - 1;
  while (i > 0) {
    const count = Math.min(i, words.length);
    stream.fillWords(words, count);
    for (let w = 0; w < count; w++) {
      const place = ((words[w] as number) & (0xffffffff >>> Math.clz32(i))) >>> 0;
      if (place > i) continue;
      const value = order[i] as number;
      order[i] = order[place] as number;
      order[place] = value;
      i--;
    }
  }
  return order;
}
