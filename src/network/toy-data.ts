import { cos, sin } from '#numerics/elementary.ts';
import { torchGenerator } from '#random/torch-generator.ts';

export type ToyDataId = 'circles' | 'moons' | 'spiral' | 'xor';

/** Points of two classes in the plane. */
export interface ToyData {
  /** x and y of each point, one after the other: count x 2. */
  points: Float32Array;
  /** 0 and 1 by turns. */
  labels: Uint8Array;
}

type Place = (first: number, second: number, label: number, index: number) => readonly [number, number];

/** Where a point lies, of two numbers in [0, 1), its class and its index; all within the square from -1.1 to 1.1. */
const places: Readonly<Record<ToyDataId, Place>> = {
  /** A circle of radius 1/2 within one of radius 1. */
  circles: (u, _, label) => onCircle(2 * Math.PI * u, label === 0 ? 1 : 0.5),
  /** Two half circles of radius 0.7 that reach into each other. */
  moons: (u, _, label) => {
    const [x, y] = onCircle(Math.PI * u, 0.7);
    return label === 0 ? [x - 0.35, y - 0.175] : [0.35 - x, 0.175 - y];
  },
  /** Two arms, each once around, that grow from radius 0.1 to 1. */
  spiral: (u, _, label) => onCircle(2 * Math.PI * u + Math.PI * label, 0.1 + 0.9 * u),
  /** Four quadrants; those across from each other are of one class. */
  xor: (u, v, label, index) => {
    const right = index % 4 < 2 ? 1 : -1;
    return [right * u, right * (label === 0 ? 1 : -1) * v];
  },
};

export const toyDataIds = Object.keys(places) as ToyDataId[];

function onCircle(angle: number, radius: number): [number, number] {
  return [radius * cos(angle), radius * sin(angle)];
}

/**
 * Draws `count` points after `torch.manual_seed(seed)`: first two numbers from U[0, 1) for each point, then two from N(0, 1),
 * which times `noise` displace it. So more noise moves the same points further.
 *
 * @throws a RangeError for fewer than 2 points
 */
export function drawToyData(id: ToyDataId, count: number, noise: number, seed: number): ToyData {
  if (count < 2) throw new RangeError(`drawToyData needs at least 2 points, one of each class, got ${count}`);
  const generator = torchGenerator(seed);
  const [uniform, normal] = [new Float32Array(2 * count), new Float32Array(2 * count)];
  generator.fillUniform(uniform, 0, 1);
  generator.fillNormal(normal, 0, 1);
  const points = new Float32Array(2 * count);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 2);
  labels.forEach((label, i) => {
    const place = places[id](uniform[2 * i] as number, uniform[2 * i + 1] as number, label, i);
    for (const axis of [0, 1] as const) points[2 * i + axis] = place[axis] + noise * (normal[2 * i + axis] as number);
  });
  return { points, labels };
}
