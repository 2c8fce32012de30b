import { heading, readDigits, readingImports, script } from './fragments.ts';

/** Moments of the training images. */
export const pixelMomentsScript = (): string =>
  script(
    heading('pixel-moments', 'How large are the inputs of the digits network?'),
    readingImports,
    readDigits,
    `
x = images[:train].double()
moments = [x.mean().item(), x.var(unbiased=False).item(), x.square().mean().item()]
print("mean {:.6g}, variance {:.6g}, second moment {:.6g}".format(*moments))`,
  );
