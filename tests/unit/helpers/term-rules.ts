import { type Prose, proseOf } from './blocks.ts';
import type { Finding } from './finding.ts';
import type { LessonText, Locale } from './lessons.ts';
import { attribute, descendants, innerText, isTag, lineOf } from './mdx.ts';

/** An entry of content/glossary.json. */
export interface Term extends Record<Locale, string> {
  id: string;
  /** Forms that are wrong or mislead. */
  avoid?: Partial<Record<Locale, string[]>>;
  /** The same where the bare word is right in another sense. */
  avoidPattern?: Partial<Record<Locale, string>>;
  /** A pattern of the Russian forms of the term. */
  stem?: { ru?: string };
}

/** Wrong forms of terms in prose. A comment in the block or before it, `term-ok: reason`, allows them once. */
export function avoidedFindings({ file, blocks }: Prose, locale: Locale, terms: readonly Term[]): Finding[] {
  return blocks
    .filter(({ comments }) => !comments.some((comment) => /term-ok: *\p{L}/u.test(comment)))
    .flatMap((block) => {
      const { text, lineAt } = proseOf(block);
      return terms.flatMap((term) =>
        avoidedIn(text, locale, term, terms).map(({ index, form }) => ({
          file,
          line: lineAt(index),
          message: `"${form}" is not the term; write ${term[locale]} (${term.id})`,
        })),
      );
    });
}

function avoidedIn(
  text: string,
  locale: Locale,
  term: Term,
  terms: readonly Term[],
): { index: number; form: string }[] {
  const forms = (term.avoid?.[locale] ?? []).map(formPattern);
  const patterns = [...forms, term.avoidPattern?.[locale]].filter((pattern) => pattern !== undefined);
  return patterns.flatMap((pattern) => {
    const found = [...text.normalize('NFC').matchAll(new RegExp(pattern, 'gu'))];
    return found
      .filter(({ index, 0: form }) => !isWithinTerm(text, index, form, locale, terms))
      .map(({ index, 0: form }) => ({ index, form }));
  });
}

/** A wrong form as a pattern: whole words where words have borders, any ending in Russian. */
function formPattern(form: string): string {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (/\p{Script=Cyrillic}/u.test(form)) {
    return `(?<!\\p{L})${escaped.replace(/(\p{L}{2,}?)[аеёийоуыьюя]{0,2}(?!\p{L})/gu, '$1\\p{L}*')}`;
  }
  return /^[\p{Script=Latin} -]+$/u.test(form) ? `(?<!\\p{Script=Latin})${escaped}(?!\\p{Script=Latin})` : escaped;
}

/** A wrong form within a longer right one is right: 활성화 within 활성화 함수. */
function isWithinTerm(text: string, index: number, form: string, locale: Locale, terms: readonly Term[]): boolean {
  return terms.some((term) => {
    const right = term[locale];
    const inside = right.indexOf(form);
    return inside >= 0 && right.length > form.length && text.startsWith(right, index - inside);
  });
}

/** Texts of `<T id>` that are not the glossary's form of that term, nor an inflection of it. */
export function termFindings({ file, locale, document }: LessonText, terms: readonly Term[]): Finding[] {
  const tags = [...descendants(document.tree)].filter((node) => isTag(node) && node.name === 'T');
  return tags.flatMap((node) => {
    const id = attribute(node, 'id') ?? '';
    const term = terms.find((each) => each.id === id);
    const text = innerText(node).replace(/\s+/g, ' ').trim();
    if (!term) return [{ file, line: lineOf(node), message: `<T id="${id}"> is not in content/glossary.json` }];
    if (isFormOf(text, term, locale)) return [];
    return [{ file, line: lineOf(node), message: `<T id="${id}"> says "${text}"; the glossary has ${term[locale]}` }];
  });
}

/** Whether a text is a term as the glossary writes it, with the English in brackets or without. */
export function isFormOf(text: string, term: Term, locale: Locale): boolean {
  const bare = text.replace(/\s*[（(][\p{Script=Latin}\s.,-]+[）)]$/u, '');
  const texts = [text, bare].map(lowerFirst);
  const forms = formsOf(term[locale], term.id).map(lowerFirst);
  if (texts.some((each) => forms.includes(each))) return true;
  if (locale === 'en') return forms.some((form) => plurals(form).includes(texts[0] ?? ''));
  return locale === 'ru' && (matchesStem(bare, term.stem?.ru) || forms.some((form) => isInflected(bare, form)));
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `neuron, unit` are two forms; brackets hold a short name (MLP), another name, or a remark that is no form. */
function formsOf(entry: string, id: string): string[] {
  const bracket = /\s*[（(]([^）)]*)[）)]\s*/;
  const [, inside = ''] = bracket.exec(entry) ?? [];
  const isName = /\p{Lu}/u.test(inside) || inside.endsWith('.') || inside === id;
  const without = entry.replace(bracket, ' ').trim();
  const withInside = entry.replace(bracket, ` ${inside} `).trim();
  return [entry, ...without.split(', '), withInside, ...(isName ? [inside] : [])];
}

function plurals(form: string): string[] {
  return [`${form}s`, `${form}es`, form.replace(/y$/, 'ies'), form.replace(/ix$/, 'ices')];
}

/** JavaScript's \w and \b know Latin letters alone; the text is matched whole, so borders need no sign. */
function matchesStem(text: string, stem: string | undefined): boolean {
  if (stem === undefined) return false;
  const pattern = stem.replaceAll('\\w', '[\\p{L}\\p{M}_]').replaceAll('\\b', '');
  return new RegExp(`^(?:${pattern})$`, 'iu').test(text);
}

/** Word for word the same but for the endings, of at most three letters. */
function isInflected(text: string, form: string): boolean {
  const [actual, expected] = [text.toLowerCase().split(' '), form.toLowerCase().split(' ')];
  const sameStem = (word: string, other = '') => {
    const stem = other.slice(0, Math.max(2, other.length - 3));
    return word.startsWith(stem) && word.length - stem.length <= 4;
  };
  return actual.length === expected.length && actual.every((word, index) => sameStem(word, expected[index]));
}
