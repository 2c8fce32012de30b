import { type FrameworkId, frameworkCode } from '#initializers/framework-code.ts';

/** What the course writes for Xavier's weights today. These programs have been run in their frameworks. */
export function xavierPrograms(...frameworks: FrameworkId[]): string[] {
  const options = { shape: [100, 784], seed: 7, gain: 1, mode: 'fanIn', stream: 'torch' } as const;
  return (['xavierNormal', 'xavierUniform'] as const).flatMap((id) => {
    const code = frameworkCode(id, options);
    return frameworks.map((framework) => code[framework].code);
  });
}

/** How many of the programs call one of the names. */
export const calling = (programs: readonly string[], ...names: string[]): number =>
  programs.filter((program) => names.some((name) => program.includes(`${name}(`))).length;
