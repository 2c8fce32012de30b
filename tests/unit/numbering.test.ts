import { describe, expect, it } from 'vitest';
import { lessons } from '#lesson/lessons.ts';

const texts = import.meta.glob<string>('/content/lessons/*/en.mdx', { query: '?raw', import: 'default', eager: true });

const idsOf = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag} id="([^"]+)"`, 'g'))].map(([, id]) => id);

// Numbers are counted from lesson.ts, so its records follow the page.
describe.each(lessons)('the numbers of lesson $number', ({ folder, lesson }) => {
  const text = texts[`/content/lessons/${folder}/en.mdx`] ?? '';

  it.each([
    ['Eq', lesson.equations],
    ['Figure', lesson.figures],
    ['Exercise', lesson.exercises],
    ['Predict', lesson.predictions ?? {}],
  ] as const)('rise from the top of the page to its end: %s', (tag, record) => {
    expect(Object.keys(record)).toEqual(idsOf(text, tag));
  });
});
