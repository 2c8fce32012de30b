import { randomExamples } from './examples.ts';
import { operations } from './networks.ts';
import { ourTraining } from './ours.ts';
import type { Contestant, Race } from './race.ts';

/** How one step of training grows: four hidden layers of width 100 and 128 examples, and then one of the three changed. */
export function scaling(size: number): Race[] {
  const step = (name: string, width: number, depth: number, batch: number) =>
    size < 1 ? oneStep(name, 8, 2, 4) : oneStep(name, width, depth, batch);
  const ours = step('width 100, depth 4, batch 128', 100, 4, 128);
  return [
    {
      name: '',
      amount: ours.amount ?? 0,
      unit: 'operations',
      ours,
      peers: [
        step('width 50', 50, 4, 128),
        step('width 200', 200, 4, 128),
        step('width 400', 400, 4, 128),
        step('depth 2', 100, 2, 128),
        step('depth 8', 100, 8, 128),
        step('depth 16', 100, 16, 128),
        step('batch 32', 100, 4, 32),
        step('batch 64', 100, 4, 64),
        step('batch 512', 100, 4, 512),
      ],
    },
  ];
}

function oneStep(name: string, width: number, depth: number, batch: number): Contestant & { amount: number } {
  const widths = [784, ...new Array<number>(depth).fill(width), 10];
  return { ...ourTraining(name, randomExamples(widths, batch), 1), amount: operations(widths, batch, 3, 2) };
}
