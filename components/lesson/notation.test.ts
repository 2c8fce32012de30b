import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import glossary from '#content/glossary.json' with { type: 'json' };
import { notation, type SymbolTable, sectionsOf } from './notation.ts';

const isTable = (block: string | SymbolTable): block is SymbolTable => typeof block !== 'string';

describe('the page of notation', () => {
  const { sections } = notation();
  const tables = sections.flatMap(({ blocks }) => blocks.filter(isTable));

  it('has every section and every row of NOTATION.md, with its formulas set', () => {
    const lines = readFileSync('NOTATION.md', 'utf8').split('\n');
    expect(sections.map(({ title }) => title)).toEqual(
      lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3)),
    );
    const tableLines = lines.filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line));
    expect(tables.reduce((sum, { rows }) => sum + rows.length + 1, 0)).toBe(tableLines.length);
    expect(tables.every(({ head, rows }) => rows.every((row) => row.length === head.length))).toBe(true);
    expect(JSON.stringify(sections).match(/class=\\"katex\\"/g)?.length).toBeGreaterThan(100);
  });

  it('names only terms that the glossary has', () => {
    const known = new Set(glossary.terms.map(({ id }) => id));
    const named = tables.flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => ('term' in cell && cell.term ? [cell.term] : [])),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('has an id of its own for every section', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    expect(sections.every(({ id }) => /^[a-z]+(-[a-z]+)*$/.test(id))).toBe(true);
  });
});

it('symbol and TeX become one column, and a row without TeX keeps its letters', () => {
  const text =
    '# Title\n\nNot shown.\n\n## A, b {x}\n\nSome `a < b`.\n\n| symbol | TeX | glossary |\n|---|---|---|\n| n | `n`, `m` | fan-in |\n| E | | |\n';
  const [section] = sectionsOf(text);
  expect(section?.id).toBe('a-b-x');
  const [paragraph, table] = section?.blocks ?? [];
  expect(paragraph).toBe('<p>Some <code>a &lt; b</code>.</p>');
  const { head, rows } = table as SymbolTable;
  expect(head).toEqual(['symbol', 'glossary']);
  const [[formulas, term] = [], [letters] = []] = rows;
  expect((formulas as { html: string }).html.match(/class="katex"/g)).toHaveLength(2);
  expect(term).toEqual({ term: 'fan-in' });
  expect(letters).toEqual({ html: 'E' });
});

it('a formula keeps the mark behind it, so that no line begins with a comma', () => {
  const [section] = sectionsOf('## A\n\n- The $x$, and $y$ then (of $z$).');
  const [list] = section?.blocks ?? [];
  const text = String(list).replace(/<annotation.*?<\/annotation>/g, '');
  expect(text).toContain('</span></span></span>,</span> and <span class="glued">');
  expect(text).toContain('</span></span></span></span> then (of <span class="glued">');
  expect(text).toContain(').</span></li>');
});

it('what the page cannot show is refused', () => {
  expect(() => sectionsOf('## A\n\n> quoted')).toThrow('NOTATION.md: the page cannot show a node "blockquote"');
});
