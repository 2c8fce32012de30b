import { wholeNumber } from '#random/seed.ts';
import type { Shape } from './initializer.ts';

/** A number as Python source that means the same float64: `1.0`, `0.05`, `1e-7`. */
export const float = (x: number): string => (Number.isInteger(x) && Math.abs(x) < 1e15 ? `${x}.0` : String(x));

/** A shape as Python source: `(100, 784)`, `(5,)`. */
export const tuple = (shape: Shape): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`);

/** The low 32 bits of a seed, from 0 to 2^32 - 1: what every framework takes. Keras, for one, refuses -1. */
export const seed32 = (seed: number | bigint | string): string => String(wholeNumber(seed) & 0xffffffffn);

/** Lines of a program, with a newline at the end of each. */
export const program = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

/** `fanIn` as all Python frameworks write it: `fan_in`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
