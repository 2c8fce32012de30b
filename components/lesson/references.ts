import references from '#content/references.json' with { type: 'json' };

/** What BibTeX needs beside authors, year, title and address. */
export interface BibtexFields {
  /** Of the entry: `article`, `inproceedings`, `misc`. */
  type: string;
  booktitle?: string;
  journal?: string;
  series?: string;
  volume?: string;
  number?: string;
  pages?: string;
  publisher?: string;
  school?: string;
  institution?: string;
  howpublished?: string;
  note?: string;
  /** What BibTeX calls the type of a thesis or a report. */
  kind?: string;
  /** The number in arXiv. */
  eprint?: string;
  doi?: string;
  /** Of the publication, if the work is known under the year before. */
  year?: number;
}

/** A work as it stands in content/references.json. */
export interface Work {
  short: string;
  /** `Last, First`; a name of one word; at the end `others` if there are more. */
  authors: readonly string[];
  year: number;
  title: string;
  /** BCP 47 tag of the title's language, if that is not English. */
  titleLang?: string;
  where: string;
  /** The title of the translation that `where` tells of. */
  translation?: { lang: string; title: string };
  url?: string;
  bibtex: BibtexFields;
}

/** A work as a lesson's list of sources prints it. */
export interface Reference extends Omit<Work, 'authors'> {
  /** `K. He, X. Zhang` */
  authors: string;
}

/** All works by id. */
export const works: Readonly<Record<string, Work>> = references;

/** `Müller, Klaus-Robert` is `K.-R. Müller`. */
function withInitials(name: string): string {
  const [last = '', first] = name.split(', ');
  if (first === undefined) return last;
  const initials = first.split(' ').map((word) =>
    word
      .split('-')
      .map((part) => `${part.charAt(0)}.`)
      .join('-'),
  );
  return [...initials, last].join('\u00A0');
}

/** The authors as a list of sources prints them. */
export function authorsLine(authors: readonly string[]): string {
  const named = authors.filter((name) => name !== 'others').map(withInitials);
  if (named.length === authors.length) return named.join(', ');
  return `${named.join(', ')}${named.length > 1 ? ',' : ''} and others`;
}

/** A work of the list of references, by its id. */
export function reference(id: string): Reference {
  const work = works[id];
  if (!work) throw new Error(`no reference "${id}" in content/references.json`);
  return { ...work, authors: authorsLine(work.authors) };
}

/** Where a work can be had: its page, with its DOI and its number in arXiv. */
export function linksOf({ url, bibtex: { doi, eprint } }: Work): { label: string; href: string }[] {
  const links = [
    ...(doi ? [{ label: `doi:${doi}`, href: `https://doi.org/${doi}` }] : []),
    ...(eprint ? [{ label: `arXiv:${eprint}`, href: `https://arxiv.org/abs/${eprint}` }] : []),
  ];
  const known = links.some(({ href }) => href === url);
  return url && !known ? [{ label: new URL(url).hostname.replace(/^www\./, ''), href: url }, ...links] : links;
}

/** The ids of all works by the last name of the first author, then by year and title. */
export const worksInOrder: readonly string[] = Object.keys(works).sort((a, b) => {
  const [one, other] = [works[a] as Work, works[b] as Work];
  const name = ({ authors: [first = ''] }: Work) => first.toLowerCase();
  return name(one).localeCompare(name(other), 'en') || one.year - other.year || one.title.localeCompare(other.title);
});
