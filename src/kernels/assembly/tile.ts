/**
 * The inner loop of dense products. The order of operations is part of the definition (see `matmul.ts`): every element
 * gets its products one by one, along the inner index.
 */

/**
 * The 20 sums at `from`, plus x0 P, go to c0, and the 20 sums at `from` + fromRow, plus x1 P, to c1: x0 and x1 hold `inner`
 * values side by side, P has `inner` rows of 20 values.
 *
 * 10 vectors of sums stay in registers, with 4 more for the two factors, a vector of P and a product: x86 has 16, of which
 * engines keep one for themselves. Per inner index there are 7 loads for 20 operations, and four inner indices share what a
 * turn of the loop costs. Factors are variables that are overwritten, as compilers would otherwise draw the additions to
 * one sum together and run out of registers.
 */
export function addTile(
  x0: usize,
  x1: usize,
  panel: usize,
  inner: i32,
  from: usize,
  fromRow: usize,
  c0: usize,
  c1: usize,
): void {
  const from1 = from + fromRow;
  let a0 = v128.load(from);
  let a1 = v128.load(from, 16);
  let a2 = v128.load(from, 32);
  let a3 = v128.load(from, 48);
  let a4 = v128.load(from, 64);
  let b0 = v128.load(from1);
  let b1 = v128.load(from1, 16);
  let b2 = v128.load(from1, 32);
  let b3 = v128.load(from1, 48);
  let b4 = v128.load(from1, 64);
  let x = a0;
  let y = a0;
  let p = a0;
  for (let n = inner >> 2; n > 0; n--) {
    x = v128.load32_splat(x0);
    y = v128.load32_splat(x1);
    p = v128.load(panel);
    a0 = f32x4.add(a0, f32x4.mul(p, x));
    b0 = f32x4.add(b0, f32x4.mul(p, y));
    p = v128.load(panel, 16);
    a1 = f32x4.add(a1, f32x4.mul(p, x));
    b1 = f32x4.add(b1, f32x4.mul(p, y));
    p = v128.load(panel, 32);
    a2 = f32x4.add(a2, f32x4.mul(p, x));
    b2 = f32x4.add(b2, f32x4.mul(p, y));
    p = v128.load(panel, 48);
    a3 = f32x4.add(a3, f32x4.mul(p, x));
    b3 = f32x4.add(b3, f32x4.mul(p, y));
    p = v128.load(panel, 64);
    a4 = f32x4.add(a4, f32x4.mul(p, x));
    b4 = f32x4.add(b4, f32x4.mul(p, y));

    x = v128.load32_splat(x0, 4);
    y = v128.load32_splat(x1, 4);
    p = v128.load(panel, 80);
    a0 = f32x4.add(a0, f32x4.mul(p, x));
    b0 = f32x4.add(b0, f32x4.mul(p, y));
    p = v128.load(panel, 96);
    a1 = f32x4.add(a1, f32x4.mul(p, x));
    b1 = f32x4.add(b1, f32x4.mul(p, y));
    p = v128.load(panel, 112);
    a2 = f32x4.add(a2, f32x4.mul(p, x));
    b2 = f32x4.add(b2, f32x4.mul(p, y));
    p = v128.load(panel, 128);
    a3 = f32x4.add(a3, f32x4.mul(p, x));
    b3 = f32x4.add(b3, f32x4.mul(p, y));
    p = v128.load(panel, 144);
    a4 = f32x4.add(a4, f32x4.mul(p, x));
    b4 = f32x4.add(b4, f32x4.mul(p, y));

    x = v128.load32_splat(x0, 8);
    y = v128.load32_splat(x1, 8);
    p = v128.load(panel, 160);
    a0 = f32x4.add(a0, f32x4.mul(p, x));
    b0 = f32x4.add(b0, f32x4.mul(p, y));
    p = v128.load(panel, 176);
    a1 = f32x4.add(a1, f32x4.mul(p, x));
    b1 = f32x4.add(b1, f32x4.mul(p, y));
    p = v128.load(panel, 192);
    a2 = f32x4.add(a2, f32x4.mul(p, x));
    b2 = f32x4.add(b2, f32x4.mul(p, y));
    p = v128.load(panel, 208);
    a3 = f32x4.add(a3, f32x4.mul(p, x));
    b3 = f32x4.add(b3, f32x4.mul(p, y));
    p = v128.load(panel, 224);
    a4 = f32x4.add(a4, f32x4.mul(p, x));
    b4 = f32x4.add(b4, f32x4.mul(p, y));

    x = v128.load32_splat(x0, 12);
    y = v128.load32_splat(x1, 12);
    p = v128.load(panel, 240);
    a0 = f32x4.add(a0, f32x4.mul(p, x));
    b0 = f32x4.add(b0, f32x4.mul(p, y));
    p = v128.load(panel, 256);
    a1 = f32x4.add(a1, f32x4.mul(p, x));
    b1 = f32x4.add(b1, f32x4.mul(p, y));
    p = v128.load(panel, 272);
    a2 = f32x4.add(a2, f32x4.mul(p, x));
    b2 = f32x4.add(b2, f32x4.mul(p, y));
    p = v128.load(panel, 288);
    a3 = f32x4.add(a3, f32x4.mul(p, x));
    b3 = f32x4.add(b3, f32x4.mul(p, y));
    p = v128.load(panel, 304);
    a4 = f32x4.add(a4, f32x4.mul(p, x));
    b4 = f32x4.add(b4, f32x4.mul(p, y));
    x0 += 16;
    x1 += 16;
    panel += 320;
  }
  for (let n = inner & 3; n > 0; n--) {
    x = v128.load32_splat(x0);
    y = v128.load32_splat(x1);
    p = v128.load(panel);
    a0 = f32x4.add(a0, f32x4.mul(p, x));
    b0 = f32x4.add(b0, f32x4.mul(p, y));
    p = v128.load(panel, 16);
    a1 = f32x4.add(a1, f32x4.mul(p, x));
    b1 = f32x4.add(b1, f32x4.mul(p, y));
    p = v128.load(panel, 32);
    a2 = f32x4.add(a2, f32x4.mul(p, x));
    b2 = f32x4.add(b2, f32x4.mul(p, y));
    p = v128.load(panel, 48);
    a3 = f32x4.add(a3, f32x4.mul(p, x));
    b3 = f32x4.add(b3, f32x4.mul(p, y));
    p = v128.load(panel, 64);
    a4 = f32x4.add(a4, f32x4.mul(p, x));
    b4 = f32x4.add(b4, f32x4.mul(p, y));
    x0 += 4;
    x1 += 4;
    panel += 80;
  }
  v128.store(c0, a0);
  v128.store(c0, a1, 16);
  v128.store(c0, a2, 32);
  v128.store(c0, a3, 48);
  v128.store(c0, a4, 64);
  v128.store(c1, b0);
  v128.store(c1, b1, 16);
  v128.store(c1, b2, 32);
  v128.store(c1, b3, 48);
  v128.store(c1, b4, 64);
}
