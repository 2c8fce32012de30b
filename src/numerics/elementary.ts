/**
 * Elementary functions with the same bits on every machine and in every browser.
 *
 * The standard leaves Math.exp, Math.log, Math.tanh, Math.sin and their kin to each engine (ECMA-262, 21.3), and engines
 * differ in the last bit; a deep network amplifies that bit. These are built from + - * / and rounding to float32 only,
 * which IEEE 754 fixes exactly. Each is within 1 ulp of the true value; the test prints how close.
 */
export { erf } from './erf.ts';
export { exp, expm1 } from './exp.ts';
export { log } from './log.ts';
export { log1p } from './log1p.ts';
export { tanh } from './tanh.ts';
export { cos, sin } from './trigonometry.ts';
