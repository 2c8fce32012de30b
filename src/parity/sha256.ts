import type { Floats } from '#random/generator.ts';

/**
 * SHA-256 (NIST FIPS 180-4), synchronous: the browser's own is asynchronous, and only there for pages served over TLS.
 *
 * Its constants are the first 32 bits of the fractional parts of the square roots of the first 8 primes (the start
 * value) and of the cube roots of the first 64 (one per round), so they are computed here instead of typed.
 */
const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
}

/** floor(2^32 * root), where root is the square root (degree 2) or the cube root (degree 3) of a prime, modulo 2^32. */
function rootBits(prime: number, degree: 2 | 3): number {
  const target = BigInt(prime) << BigInt(32 * degree);
  let root = 0n;
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) {
    const tried = root + bit;
    if ((degree === 2 ? tried * tried : tried * tried * tried) <= target) root = tried;
  }
  return Number(root & 0xffffffffn);
}

const start = primes.slice(0, 8).map((prime) => rootBits(prime, 2));
const roundConstants = Int32Array.from(primes, (prime) => rootBits(prime, 3));

/** Addition modulo 2^32; rounded to an integer after every step, it stays in the processor's integers. */
const add = (a: number, b: number) => (a + b) | 0;

const rotateRight = (x: number, by: number) => (x >>> by) | (x << (32 - by));

/** The SHA-256 of the values as they lie in memory, least significant byte first: 64 hexadecimal digits. */
export function sha256(values: Floats): string {
  const size = values.BYTES_PER_ELEMENT;
  const bytes = new DataView(new ArrayBuffer(size * values.length));
  for (let i = 0; i < values.length; i++) {
    if (size === 4) bytes.setFloat32(4 * i, values[i] as number, true);
    else bytes.setFloat64(8 * i, values[i] as number, true);
  }
  return sha256OfBytes(new Uint8Array(bytes.buffer));
}

/** The SHA-256 of a message of fewer than 2^29 bytes. */
export function sha256OfBytes(message: Uint8Array): string {
  const blocks = new DataView(padded(message).buffer);
  const state = Int32Array.from(start);
  const schedule = new Int32Array(64);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    fillSchedule(schedule, blocks, offset);
    compress(state, schedule);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Section 5.1.1: a bit 1, zeros up to whole blocks of 64 bytes, and in the last 8 bytes the number of bits. */
function padded(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array((Math.floor((message.length + 8) / 64) + 1) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setUint32(bytes.length - 4, message.length * 8);
  return bytes;
}

/** Section 6.2.2, step 1: 16 words of the block, then 48 that mix them. */
function fillSchedule(w: Int32Array, blocks: DataView, offset: number): void {
  for (let t = 0; t < 16; t++) w[t] = blocks.getInt32(offset + 4 * t);
  for (let t = 16; t < 64; t++) {
    const early = w[t - 15] as number;
    const late = w[t - 2] as number;
    const mixedEarly = rotateRight(early, 7) ^ rotateRight(early, 18) ^ (early >>> 3);
    const mixedLate = rotateRight(late, 17) ^ rotateRight(late, 19) ^ (late >>> 10);
    w[t] = add(add(w[t - 16] as number, mixedEarly), add(w[t - 7] as number, mixedLate));
  }
}

/** Section 6.2.2, steps 2 to 4: 64 rounds over eight words, whose result is added to the state. */
function compress(state: Int32Array, schedule: Int32Array): void {
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sumE = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const sumA = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const key = add(roundConstants[t] as number, schedule[t] as number);
    const first = add(add(h, sumE), add(choice, key));
    h = g;
    g = f;
    f = e;
    e = add(d, first);
    d = c;
    c = b;
    b = a;
    a = add(first, add(sumA, majority));
  }
  state[0] = add(state[0] as number, a);
  state[1] = add(state[1] as number, b);
  state[2] = add(state[2] as number, c);
  state[3] = add(state[3] as number, d);
  state[4] = add(state[4] as number, e);
  state[5] = add(state[5] as number, f);
  state[6] = add(state[6] as number, g);
  state[7] = add(state[7] as number, h);
}
