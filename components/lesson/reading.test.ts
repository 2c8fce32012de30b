import { expect, it } from 'vitest';
import type { Lesson } from './lesson.ts';
import { minutesOf, readingOf } from './reading.ts';

const lesson = {
  exercises: {
    a: { answer: () => 1, tolerance: 0.01, format: 'integer' },
    b: { kind: 'choice', options: { x: true } },
    c: { kind: 'choice', options: { x: true } },
  },
} as unknown as Lesson;

const read = (prose: string) => readingOf(lesson, prose);

it('words are counted in prose and in what tags enclose, with code as one word and formulas as none', () => {
  expect(read('A <T id="weight">weight</T>, $n \\operatorname{Var}[w]$ and `a b`.').words).toBe(4);
  expect(read('## A heading {#a}\n\n- one\n- **two** words\n\n<Figure id="a">A caption.</Figure>').words).toBe(7);
  expect(read('one**two**three four-five it’s').words).toBe(3);
});

it('front matter, exercises, comments and everything after the sources are not counted', () => {
  expect(read('---\ntitle: One two\n---\n\none').words).toBe(1);
  expect(
    read('one\n\n<Exercise id="a">\nTwo three?\n\n<Hint>Four.</Hint>\n</Exercise>\n\ntwo {/* three */}').words,
  ).toBe(2);
  expect(read('one\n\n## Sources {#sources}\n\nmany more words').words).toBe(1);
});

it('steps, equations, experiments, cells and kinds of exercises are counted', () => {
  const prose =
    '<Derivation id="d">\n<Step>\ntext\n\n<Eq id="first" />\n</Step>\n<Step>\ntext\n</Step>\n</Derivation>\n\n' +
    '<Widget id="w" />\n\n<Cell id="c">\n1. a\n</Cell>\n\n<Eq id="second" />\n\n<Claim id="x">\n</Claim>';
  expect(read(prose)).toEqual({
    words: 3,
    steps: 2,
    equations: ['first', 'second'],
    widgets: 1,
    cells: 1,
    claims: 1,
    exercises: { numeric: 1, choice: 2 },
  });
});

it('minutes are those of the words and of everything to follow, run, play with and solve, to the next five', () => {
  const reading = { words: 2000, steps: 9, equations: Array<string>(10).fill('x'), widgets: 2, cells: 2, claims: 0 };
  expect(minutesOf({ ...reading, exercises: { numeric: 3, choice: 1 } })).toBe(35);
  expect(minutesOf({ ...reading, words: 3000, exercises: { numeric: 4 } })).toBe(40);
  expect(minutesOf({ ...reading, exercises: { numeric: 8 } })).toBe(45);
  expect(minutesOf({ ...reading, claims: 20, exercises: { numeric: 8 } })).toBe(55);
});
