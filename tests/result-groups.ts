import { runNames } from '../scripts/named-results.ts';

const isTraining = (name: string) => name.startsWith('digits-');
/** Other activations and several learning rates: more than half of the time that all trainings take. */
const isOfRates = (name: string) => /^digits-(lr|tanh|sigmoid)/.test(name);

/** All named runs, each in one group: trainings take long, so their two groups are tested in files of their own, side by side. */
export const resultGroups = {
  short: runNames.filter((name) => !isTraining(name)),
  trainings: runNames.filter((name) => isTraining(name) && !isOfRates(name)),
  rates: runNames.filter((name) => isTraining(name) && isOfRates(name)),
};
