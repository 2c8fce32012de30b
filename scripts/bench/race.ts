/** One way to do a job, ready to run: made beforehand, so that only the job is timed. */
export interface Contestant {
  name: string;
  /** What a job returns is not looked at, but has been computed: some peers compute nothing before it is read. */
  run(): unknown;
  /** How often the job is done in each round, at once; fast ones need several runs to be timed well. */
  repeats?: number;
  /** How many things one run makes, if not as many as the others' do. */
  amount?: number;
  /** Before each of its turns, off the clock. */
  before?(): unknown;
}

/** A job that this project and its peers do in the same process, at the same time of day. */
export interface Race {
  /** Empty if the suite has but one. */
  name: string;
  /** How many things one run makes, and what they are: 1048576, 'values'. */
  amount: number;
  unit: string;
  ours: Contestant;
  /** What we also have, to be seen beside it. */
  variants?: readonly Contestant[];
  peers: readonly Contestant[];
  /** Fewer rounds than usual, where a peer takes seconds. */
  lengths?: Lengths;
}

export interface Lengths {
  /** Rounds before the clock starts: compilers need a few of them. */
  warmUp: number;
  rounds: number;
}

/** The median time of a run of each contestant, in milliseconds, by name. */
export type Times = ReadonlyMap<string, number>;

/** Times everybody once a round, so that whatever slows the machine down for a while slows all of them. */
export async function runRace({ ours, variants = [], peers }: Race, { warmUp, rounds }: Lengths): Promise<Times> {
  const contestants = [ours, ...variants, ...peers];
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const contestant of contestants) {
      const time = await timeTurn(contestant);
      if (round >= 0) times.get(contestant.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, each]) => [name, median(each)]));
}

/** Milliseconds per job. */
async function timeTurn({ run, repeats = 1, before }: Contestant): Promise<number> {
  await before?.();
  const start = performance.now();
  for (let n = 0; n < repeats; n++) await run();
  return (performance.now() - start) / repeats;
}

/** How many times longer each peer takes than we do: above 1 we are faster. */
export function ratios({ name: race, ours, peers }: Race, times: Times): Record<string, number> {
  const own = times.get(ours.name) ?? Number.NaN;
  return Object.fromEntries(
    peers.map(({ name }) => [`${race} ${name}`.trim(), Number(((times.get(name) ?? Number.NaN) / own).toPrecision(3))]),
  );
}

/** The value in the middle, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
