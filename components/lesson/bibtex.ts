import type { Work } from './references.ts';

/** What BibTeX reads as a command or a comment. */
const escaped = (text: string) => text.replace(/[&%$#_]/g, (sign) => `\\${sign}`);

/** BibTeX styles set titles in small letters; a word in braces keeps its capitals. The first letter they keep anyway. */
function titleOf(title: string): string {
  return title
    .split(' ')
    .map((word, index) => {
      const [, letters = '', rest = ''] = /^(.*?)([:,.?!]*)$/.exec(word) ?? [];
      const capital = index === 0 ? /.\p{Lu}/u : /\p{Lu}/u;
      return capital.test(letters) ? `{${escaped(letters)}}${rest}` : escaped(word);
    })
    .join(' ');
}

/**
 * One work as an entry of BibTeX, in UTF-8. Its key is the id in content/references.json.
 *
 * Authors are `Last, First`, parted by `and`; pages have two hyphens; the number in arXiv is an `eprint`.
 */
export function bibtexOf(id: string, { authors, year, title, url, bibtex }: Work): string {
  const { type, kind, doi, eprint, year: published = year, ...where } = bibtex;
  const fields: [string, string | undefined][] = [
    ['author', escaped(authors.join(' and '))],
    ['title', titleOf(title)],
    ...Object.entries(where).map(([name, value]): [string, string] => [name, escaped(String(value))]),
    ['type', kind],
    ['year', String(published)],
    ['eprint', eprint],
    ['archiveprefix', eprint && 'arXiv'],
    ['doi', doi],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return [`@${type}{${id},`, ...lines, '}'].join('\n');
}
