/** A height on a log axis as a share of it: 0 stands for its lower end, 1 for the upper. */
export type Share = number;

/** The share at which a value stands on a log axis with these ends. */
export const shareOf = (value: number, [low, high]: readonly [number, number]): Share =>
  Math.log(value / low) / Math.log(high / low);

/** The value at a share of a log axis with these ends. */
export const valueAt = (share: Share, [low, high]: readonly [number, number]): number => low * (high / low) ** share;

/** How far a key moves a handle, or where it puts it; other keys are left alone. */
export function movedBy(key: string, share: Share): Share | undefined {
  const fine = 1 / 60;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: fine,
    ArrowRight: fine,
    ArrowDown: -fine,
    ArrowLeft: -fine,
    PageUp: 6 * fine,
    PageDown: -6 * fine,
    Home: -1,
    End: 1,
  };
  const step = steps[key];
  return step === undefined ? undefined : within(share + step);
}

export const within = (share: Share): Share => Math.min(1, Math.max(0, share));

/** Where a drawn curve is furthest from the measured one: the index, and the drawn value over the measured one. */
export function furthestOff(drawn: readonly number[], measured: readonly number[]): { index: number; ratio: number } {
  const ratios = drawn.map((value, index) => value / (measured[index] ?? Number.NaN));
  const distance = ratios.map((ratio) => Math.abs(Math.log(ratio)));
  const index = distance.indexOf(Math.max(...distance));
  return { index, ratio: ratios[index] ?? Number.NaN };
}
