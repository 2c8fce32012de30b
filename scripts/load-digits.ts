import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Digits, decodeDigits } from '#network/digits.ts';

export const digitsFile = new URL('../public/data/digits.bin', import.meta.url);

/** The digits that the site serves, for programs that run in Node. */
export const loadDigits = (): Digits => decodeDigits(gunzipSync(readFileSync(digitsFile)));
