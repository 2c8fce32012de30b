import { pairStrong } from '../../../src/markdown/cjk-strong.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Finding } from './finding.ts';
import { descendants, lineOf, type MdxDocument, type MdxNode } from './mdx.ts';

/** What a lesson's prose must not contain, whatever its language: code, logic, words in formulas. */
export function structureFindings({ file, tree }: MdxDocument): Finding[] {
  const ids = new Set<string>();
  return [...descendants(tree)].flatMap((node) => {
    const message = wrongNode(node) ?? (node.type === 'heading' ? wrongHeading(node, ids) : undefined);
    return message === undefined ? [] : [{ file, line: lineOf(node), message }];
  });
}

function wrongNode({ type, value = '' }: MdxNode): string | undefined {
  if (type === 'mdxjsEsm') return 'a lesson imports nothing: its tags come from components/lesson/tags.ts';
  if (type === 'code') return 'code is shown by <Cell> or <Source>, never typed into a lesson';
  if (type === 'math') return 'display equations stand in lesson.ts and are shown by <Eq>';
  if (/Expression$/.test(type) && !/^\s*\/\*[\s\S]*\*\/\s*$/.test(value)) return `no logic in prose: {${value}}`;
  if (type === 'inlineMath' && /[^\p{ASCII}]/u.test(value))
    return `formulas are the same in all languages: no letters of one in $${value}$`;
  if (type === 'inlineMath' && /\d,\d/.test(value))
    return `the decimal sign is the point in every language: $${value}$`;
  return undefined;
}

function wrongHeading({ data, depth = 0 }: MdxNode, ids: Set<string>): string | undefined {
  const id = data?.hProperties?.id;
  if (id === undefined) return 'a heading needs an English id that no language translates: ## ... {#scale}';
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    return `the id of a heading is lower-case English words with hyphens, got {#${id}}`;
  if (depth < 2 || depth > 3) return `headings of lessons are ## or ###; the page's own title is the only #`;
  if (ids.has(id)) return `the id {#${id}} is used twice`;
  ids.add(id);
  return undefined;
}

/** Where the site pairs leftover stars of Chinese, Japanese and Korean text (src/markdown/cjk-strong.ts). */
const pairedIn = new Set(['paragraph', 'heading', 'tableCell', 'emphasis', 'link']);

/** Stars that a reader would see: Markdown did not take them for bold, and the site's plugin does not either. */
export function starFindings({ file, tree }: MdxDocument): Finding[] {
  return [tree, ...descendants(tree)].flatMap((node) => {
    const children = node.children ?? [];
    const paired = pairedIn.has(node.type) ? pairStrong(children as Parameters<typeof pairStrong>[0]) : undefined;
    const left = (paired ?? children).find(({ type, value }) => type === 'text' && /\*\*|__/.test(value ?? ''));
    if (!left) return [];
    return [
      {
        file,
        line: lineOf(node),
        message: `these stars stay stars: "${left.value?.trim()}"; write <strong>...</strong>`,
      },
    ];
  });
}

/** A decimal, three digits in a row, a power, or a number with an exponent; but not a name such as float32 or MT19937. */
const typedNumber = /(?<![\p{L}\d.])(?:\d+(?:[.,]\d+)+|\.\d+|\d{3,}|\d+e[+-]?\d+|\d+[⁻⁰¹²³⁴-⁹]+)/gu;

/** Numbers that were typed and not computed. Small whole numbers are words; years belong into <Cite>. */
export function numberFindings(document: MdxDocument): Finding[] {
  return blocksOf(document).flatMap(({ pieces }) =>
    pieces
      .filter(({ kind, tags }) => kind === 'text' && !tags.includes('Cite'))
      .flatMap(({ value, line }) =>
        [...value.matchAll(typedNumber)].map((match) => ({
          file: document.file,
          line: line + value.slice(0, match.index).split('\n').length - 1,
          message: `"${match[0]}" is typed; numbers are computed (<Num>), cited (<Cite>) or part of a formula ($...$)`,
        })),
      ),
  );
}

/** Which particle is right depends on the last digit of the number, which may change. */
const particle =
  /^(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이라|라|이란|란)(?:는|도|만|써|서|의)?(?=[\s.,?!:;)”’]|$)/;

/** Russian words after which the number before them does not ask: prepositions, conjunctions, shortened units. */
const free = new Set(
  (
    'и а но или либо то что чем как на в во из от до с со для у при по к ко за против вместо без под над не ни это ' +
    'мс мин кБ МБ ГБ раз'
  ).split(' '),
);

/** A computed number must not stand where grammar depends on its value. */
export function grammarFindings(document: MdxDocument, locale: string): Finding[] {
  return blocksOf(document).flatMap((block) =>
    block.pieces.flatMap(({ kind, value, line }, index) => {
      if (kind !== 'tag' || value !== 'Num') return [];
      const message = wrongAfterNumber(textAfter(block, index), locale);
      return message === undefined ? [] : [{ file: document.file, line, message }];
    }),
  );
}

const textAfter = ({ pieces }: Block, index: number): string => {
  const next = pieces[index + 1];
  return next?.kind === 'text' ? next.value.replace(/^\*+/, '') : ''; // stars of bold that is not yet paired
};

function wrongAfterNumber(text: string, locale: string): string | undefined {
  if (locale === 'ko') {
    const [found] = particle.exec(text) ?? [];
    return found && `the particle "${found}" depends on the digits of <Num>; put a counter between them (개, 배, 층)`;
  }
  if (locale === 'ru') {
    const [, word] = /^\s*(\p{Script=Cyrillic}+)/u.exec(text) ?? [];
    return word && !free.has(word)
      ? `the case of "${word}" depends on <Num>; put the number last: «Слоёв: <Num/>»`
      : undefined;
  }
  return undefined;
}
