import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { courseCitation } from './course-citation.ts';

it('the course is cited by what CITATION.cff and LICENSE say', () => {
  const cff = 'cff-version: 1.2.0\ntitle: "A course"\nauthors:\n  - name: "The authors"\nversion: 0.2.0\n';
  expect(courseCitation(cff, 'Text\n\nCopyright (c) 2031 the authors\n')).toBe(
    '@misc{zero-to-he,\n  author = {{The authors}},\n  title = {{A course}},\n  year = {2031},\n  note = {Version 0.2.0},\n}',
  );
  expect(() => courseCitation(cff, 'no year')).toThrow('no year in LICENSE for the citation of the course');
});

it('the files of the project have all that is needed', () => {
  const citation = courseCitation(readFileSync('CITATION.cff', 'utf8'), readFileSync('LICENSE', 'utf8'));
  expect(citation).toMatch(/title = \{\{Zero to He.*\}\},\n {2}year = \{20\d\d\},\n {2}note = \{Version \d/);
});
