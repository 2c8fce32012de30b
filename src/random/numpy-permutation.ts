/**
 * The numbers 0 ... n - 1 in random order, as `permutation(n)` of both NumPy generators: Fisher and Yates from the back, each
 * step swapping place i with a random place from 0 to i. A word is cut to as many bits as i has and drawn anew while it is
 * too large, so that all places are equally likely (numpy/random/src/distributions/distributions.c, `random_interval`).
 */
export function numpyPermutation(stream: { nextWord(): number }, n: number): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = n - 1; i > 0; i--) {
    const mask = 0xffffffff >>> Math.clz32(i);
    let place = (stream.nextWord() & mask) >>> 0;
    while (place > i) place = (stream.nextWord() & mask) >>> 0;
    const value = order[i] as number;
    order[i] = order[place] as number;
    order[place] = value;
  }
  return order;
}
