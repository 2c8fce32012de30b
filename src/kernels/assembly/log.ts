/** ln x for x >= 1 or NaN, one float64: the steps of `src/numerics/log.ts`, so the same bits. See there for the formulas. */
const LN2_HIGH: f64 = <f64>0x2c5c85fdf47 / <f64>0x40000000000;
const LN2_LOW: f64 = 5.497923018708371e-14;

export function log(x: f64): f64 {
  if (!(x < f64.MAX_VALUE)) return x;
  const exponent = <i32>(reinterpret<u64>(x) >> 52) - 1023;
  const m = x * reinterpret<f64>((<u64>(1023 - exponent)) << 52);
  return m < Math.SQRT2 ? logSum(<f64>exponent, m - 1) : logSum(<f64>(exponent + 1), 0.5 * m - 1);
}

function logSum(k: f64, f: f64): f64 {
  const s = f / (2 + f);
  const z = s * s;
  let series = 2 / 19.0 + z * (2 / 21.0);
  series = 2 / 17.0 + z * series;
  series = 2 / 15.0 + z * series;
  series = 2 / 13.0 + z * series;
  series = 2 / 11.0 + z * series;
  series = 2 / 9.0 + z * series;
  series = 2 / 7.0 + z * series;
  series = 2 / 5.0 + z * series;
  series = 2 / 3.0 + z * series;
  const halfSquare = 0.5 * f * f;
  const multiple = k * LN2_HIGH;
  const sum = multiple + f;
  const error = multiple - sum + f;
  return sum + (error - (halfSquare - (s * (halfSquare + z * series) + k * LN2_LOW)));
}
