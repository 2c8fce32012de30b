import { describe, expect, it } from 'vitest';
import { mean, variance } from '#numerics/moments.ts';
import { torchGenerator } from '#random/torch-generator.ts';
import { drawToyData, type ToyDataId, toyDataIds } from './toy-data.ts';

const rowsOf = (id: ToyDataId, count: number, noise: number) => {
  const { points, labels } = drawToyData(id, count, noise, -2);
  return Array.from(labels, (label, i) => ({ x: points[2 * i] as number, y: points[2 * i + 1] as number, label }));
};

describe('toy data', () => {
  it('lie where their names say, without noise (seed -2)', () => {
    for (const { x, y, label } of rowsOf('circles', 500, 0)) expect(Math.hypot(x, y)).toBeCloseTo(1 - label / 2, 6);
    for (const { x, y, label } of rowsOf('moons', 500, 0)) {
      const [dx, dy] = label === 0 ? [x + 0.35, y + 0.175] : [0.35 - x, 0.175 - y];
      expect(Math.hypot(dx, dy)).toBeCloseTo(0.7, 6);
      expect(dy).toBeGreaterThan(-1e-6);
    }
    for (const { x, y, label } of rowsOf('spiral', 500, 0)) {
      const turn = (Math.hypot(x, y) - 0.1) / 0.9;
      const angle = 2 * Math.PI * turn + Math.PI * label;
      expect(Math.hypot(x - Math.hypot(x, y) * Math.cos(angle), y - Math.hypot(x, y) * Math.sin(angle))).toBeLessThan(
        1e-5,
      );
    }
    for (const { x, y, label } of rowsOf('xor', 500, 0)) expect(x * y >= 0).toBe(label === 0);
  });

  it.each(toyDataIds)('%s: half of each class, all within the square from -1.1 to 1.1 (seed -2)', (id) => {
    const rows = rowsOf(id, 400, 0);
    expect(rows.filter(({ label }) => label === 1)).toHaveLength(200);
    expect(Math.max(...rows.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBeLessThan(1.1);
    // neither class lies on one side of a line through the middle: all four are beyond a linear model
    const sides = new Set(rows.map(({ x, label }) => `${x > 0} ${label}`));
    expect(sides.size).toBe(4);
  });

  it('xor fills four quadrants evenly (seed -2)', () => {
    const corners = rowsOf('xor', 400, 0).map(({ x, y }) => `${x > 0} ${y > 0}`);
    for (const corner of new Set(corners)) expect(corners.filter((other) => other === corner)).toHaveLength(100);
  });

  it('noise moves the same points by normal numbers of its size (seed -2)', () => {
    const [still, moved] = [drawToyData('moons', 2000, 0, -2).points, drawToyData('moons', 2000, 0.2, -2).points];
    const moves = moved.map((value, k) => value - (still[k] as number));
    // 4,000 numbers: standard errors 0.0032 of the mean, 2.2% of the variance
    expect(Math.abs(mean(moves))).toBeLessThan(4 * 0.0032);
    expect(Math.abs(variance(moves) / 0.04 - 1)).toBeLessThan(4 * 0.0224);
  });

  it('begins with the numbers that torch.manual_seed gives: uniform ones, then normal ones (seed 7)', () => {
    const generator = torchGenerator(7);
    const [uniform, normal] = [new Float32Array(80), new Float32Array(80)];
    generator.fillUniform(uniform, 0, 1);
    generator.fillNormal(normal, 0, 1);
    const { points } = drawToyData('xor', 40, 0.5, 7);
    expect(points[0]).toBe(Math.fround((uniform[0] ?? 0) + 0.5 * (normal[0] ?? 0)));
    expect(points[3]).toBe(Math.fround(-(uniform[3] ?? 0) + 0.5 * (normal[3] ?? 0)));
  });

  it('needs a point of each class', () => {
    expect(() => drawToyData('moons', 1, 0, 7)).toThrow(
      'drawToyData needs at least 2 points, one of each class, got 1',
    );
  });
});
