import { computeResult } from '../named-results.ts';
import type { Engine } from './engine.ts';

/** The engine that runs this program. */
export const node: Engine = {
  name: 'Node',
  start: async () => ({
    version: process.versions.node,
    run: async (name) => computeResult(name),
    close: async () => {},
  }),
};
