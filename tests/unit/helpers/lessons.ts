import { blocksOf, type Prose } from './blocks.ts';
import { filesLike, textOf } from './files.ts';
import { type MdxDocument, parseMdx } from './mdx.ts';

export const locales = ['en', 'ko', 'ja', 'ru', 'zh'] as const;

export type Locale = (typeof locales)[number];

/** A lesson, or another page of prose, in one language, parsed. */
export interface LessonText extends Prose {
  /** `content/lessons/10-digits` */
  folder: string;
  locale: Locale;
  document: MdxDocument;
}

/** One piece of prose as if it stood in a file of its own. */
export function lessonText(file: string, text: string): LessonText {
  const document = parseMdx(file, text);
  const [folder = '', locale = ''] = /^(.*)\/(\w+)\.mdx$/.exec(file)?.slice(1) ?? [];
  return { file, folder, locale: locale as Locale, document, blocks: blocksOf(document) };
}

/** Every lesson of the course and every other page of prose, in every language. */
export const lessonTexts = (): LessonText[] =>
  filesLike('content/{lessons,pages}/*/*.mdx').map((path) => lessonText(path, textOf(path)));
