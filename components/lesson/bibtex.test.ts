import { describe, expect, it } from 'vitest';
import { bibtexOf } from './bibtex.ts';
import { authorsLine, linksOf, reference, type Work, works, worksInOrder } from './references.ts';

interface Entry {
  type: string;
  key: string;
  fields: Record<string, string>;
}

/** A strict reader of BibTeX: entries of `name = {value},` with balanced braces, and nothing else. */
function parseBibtex(text: string): Entry[] {
  let rest = text;
  const take = (pattern: RegExp, what: string): string => {
    const match = pattern.exec(rest);
    if (!match || match.index > 0) throw new Error(`expected ${what} at "${rest.slice(0, 30)}"`);
    rest = rest.slice(match[0].length);
    return match[1] ?? match[0];
  };
  const value = (): string => {
    let depth = 0;
    for (const [at, sign] of [...rest].entries()) {
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      if (depth > 0) continue;
      const signs = [...rest];
      rest = signs.slice(at + 1).join('');
      return signs.slice(1, at).join('');
    }
    throw new Error('a brace is not closed');
  };
  const entries: Entry[] = [];
  while (rest.trim() !== '') {
    const type = take(/^\s*@([a-z]+)\{/, 'an entry');
    const key = take(/^([a-z][a-z0-9-]*),\s*/, 'a key');
    const fields: Record<string, string> = {};
    while (!rest.startsWith('}')) {
      const name = take(/^([a-z]+) = (?=\{)/, 'a field');
      if (name in fields) throw new Error(`the field ${name} stands twice`);
      fields[name] = value();
      take(/^,\s*/, 'a comma');
    }
    take(/^\}/, 'the end of the entry');
    entries.push({ type, key, fields });
  }
  return entries;
}

/** What the standard styles ask for. */
const needed: Readonly<Record<string, readonly string[]>> = {
  article: ['journal', 'volume', 'pages'],
  book: ['publisher'],
  incollection: ['booktitle', 'publisher', 'pages'],
  inproceedings: ['booktitle'],
  mastersthesis: ['school'],
  misc: [],
  techreport: ['institution'],
};

const all = worksInOrder.map((id) => bibtexOf(id, works[id] as Work)).join('\n\n');
const entries = parseBibtex(all);

describe('the BibTeX of the list of references', () => {
  it('has every work once, by the last name of the first author', () => {
    expect(entries.map(({ key }) => key)).toEqual(worksInOrder);
    expect(new Set(worksInOrder)).toEqual(new Set(Object.keys(works)));
    const names = entries.map(({ fields }) => fields.author?.split(',')[0]?.toLowerCase() ?? '');
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each(entries)(
    '$key has what its type needs, names as Last, First, and no bare sign of TeX',
    ({ type, fields }) => {
      expect(Object.keys(needed)).toContain(type);
      for (const name of ['author', 'title', 'year', ...(needed[type] ?? [])]) expect(fields[name], name).toBeTruthy();
      expect(fields.year).toMatch(/^(19|20)\d\d$/);
      for (const author of fields.author?.split(' and ') ?? []) expect(author).toMatch(/^([^,]+, [^,]+|[a-z0-9]+)$/);
      if (fields.pages) expect(fields.pages).toMatch(/^\d+--\d+$/);
      if (fields.eprint)
        expect(fields).toMatchObject({ eprint: expect.stringMatching(/^\d{4}\.\d{4,5}$/), archiveprefix: 'arXiv' });
      const { url = '', doi = '', ...texts } = fields;
      expect(url === '' || URL.canParse(url)).toBe(true);
      expect(doi).toMatch(/^(10\.\d+\/\S+)?$/);
      expect(Object.values(texts).filter((text) => /(?<!\\)[&%$#_]/.test(text))).toEqual([]);
      expect(type === 'misc' && !fields.eprint && !fields.howpublished).toBe(false);
    },
  );

  it.each(Object.entries(works))('%s says in BibTeX every number that its line says', (_, { where, bibtex }) => {
    const numbersIn = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
    const known = numbersIn(Object.values(bibtex).join(' '));
    expect(numbersIn(where).filter((number) => !known.includes(number))).toEqual([]);
  });

  it('keeps the capitals of names in titles', () => {
    const titleOf = (key: string) => entries.find((entry) => entry.key === key)?.fields.title;
    expect(titleOf('lecun1998')).toBe('Efficient {BackProp}');
    expect(titleOf('paszke2019')).toBe('{PyTorch}: an imperative style, high-performance deep learning library');
    expect(titleOf('goyal2017')).toBe('Accurate, large minibatch {SGD}: training {ImageNet} in 1 hour');
    expect(titleOf('hochreiter1991')).toBe('Untersuchungen zu dynamischen neuronalen {Netzen}');
  });
});

it('the reader of BibTeX above notices what is wrong', () => {
  expect(() => parseBibtex('@misc{a,\n  title = {x},\n')).toThrow('expected a field');
  expect(() => parseBibtex('@misc{a,\n  title = {x}\n}')).toThrow('expected a comma');
  expect(() => parseBibtex('@misc{a,\n  title = {x{y},\n}')).toThrow();
  expect(() => parseBibtex('@misc{a,\n  title = "x",\n}')).toThrow('expected a field');
  expect(() => parseBibtex('@misc{a,\n  title = {x},\n  title = {y},\n}')).toThrow('stands twice');
  expect(() => parseBibtex('text')).toThrow('expected an entry');
});

it('an entry is written line by line, with TeX’s own signs escaped', () => {
  const work: Work = {
    short: 'X (2001)',
    authors: ['van der Meer, Jan', 'O_Neil, A.', 'others'],
    year: 2000,
    title: 'The R&D of 5% and of Bayes, again',
    where: 'Journal 3, 1–2',
    bibtex: { type: 'article', journal: 'Journal', volume: '3', pages: '1--2', year: 2001, doi: '10.1/a_b' },
  };
  expect(bibtexOf('x2001', work)).toBe(
    [
      '@article{x2001,',
      '  author = {van der Meer, Jan and O\\_Neil, A. and others},',
      '  title = {The {R\\&D} of 5\\% and of {Bayes}, again},',
      '  journal = {Journal},',
      '  volume = {3},',
      '  pages = {1--2},',
      '  year = {2001},',
      '  doi = {10.1/a_b},',
      '}',
    ].join('\n'),
  );
});

it('lists of sources print authors by initials', () => {
  expect(authorsLine(['LeCun, Yann', 'Müller, Klaus-Robert'])).toBe('Y.\u00A0LeCun, K.-R.\u00A0Müller');
  expect(authorsLine(['van Laarhoven, Twan'])).toBe('T.\u00A0van Laarhoven');
  expect(authorsLine(['Chollet, François', 'others'])).toBe('F.\u00A0Chollet and others');
  expect(authorsLine(['A, B.', 'C, D.', 'others'])).toBe('B.\u00A0A, D.\u00A0C, and others');
  expect(reference('glorot2010').authors).toBe('X.\u00A0Glorot, Y.\u00A0Bengio');
  expect(() => reference('glorot2011')).toThrow('no reference "glorot2011" in content/references.json');
});

it('a work is linked where it can be had, each place once', () => {
  expect(linksOf(works.he2015 as Work).map(({ label }) => label)).toEqual([
    'doi:10.1109/ICCV.2015.123',
    'arXiv:1502.01852',
  ]);
  expect(linksOf(works.glorot2010 as Work)).toEqual([
    { label: 'proceedings.mlr.press', href: 'https://proceedings.mlr.press/v9/glorot10a.html' },
  ]);
});
