import { Eyo, safeDictionary } from 'eyo-kernel';
import { type Prose, proseOf } from './blocks.ts';
import type { Finding } from './finding.ts';

const eyo = new Eyo();
eyo.dictionary.set(safeDictionary);

/** Russian words that are always written with ё, and were not. */
export function yoFindings({ file, blocks }: Prose): Finding[] {
  return blocks.flatMap((block) => {
    const { text, lineAt } = proseOf(block);
    return eyo
      .lint(text)
      .flatMap(({ before, after, position }) =>
        position.map(({ index }) => ({ file, line: lineAt(index), message: `write ${after}, not ${before}` })),
      );
  });
}
