import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../components/lesson/lesson.ts';
import { exerciseFindings } from './helpers/exercise-rules.ts';
import { shown } from './helpers/finding.ts';
import { lessonText, lessonTexts } from './helpers/lessons.ts';

const declared = import.meta.glob<Lesson>('/content/lessons/*/lesson.ts', { import: 'default', eager: true });

it('every exercise and prediction, in every language, has its parts and the options of lesson.ts', () => {
  const findings = lessonTexts().flatMap((text) => {
    const lesson = declared[`/${text.folder}/lesson.ts`];
    return lesson ? exerciseFindings(lesson, text) : [];
  });
  expect(shown(findings)).toEqual([]);
});

describe('the guard of exercises', () => {
  const prose = `<Predict id="fate">

What happens?

<Option id="grows">It grows.</Option>
<Option id="falls">It falls.</Option>

</Predict>

<Figure id="decay">Caption.</Figure>

<Outcome>It fell.</Outcome>

<Exercise id="number">
<Answer id="number" />
<Solution>Two.</Solution>
</Exercise>

<Exercise id="choice">
<Option id="a">A <Why>No.</Why></Option>
<Option id="b">B <Why>Yes.</Why></Option>
</Exercise>

<Exercise id="proof">
<Hint>Begin.</Hint>
<Solution>End.</Solution>
</Exercise>
`;
  const lesson = (options = { a: false, b: true }, target = 'decay') =>
    ({
      slug: 'x',
      figures: { decay: {}, other: {} },
      widgets: [],
      exercises: { number: {}, choice: { kind: 'choice', options }, proof: { kind: 'derivation' } },
      predictions: { fate: { options: { grows: false, falls: true }, for: target } },
    }) as unknown as Lesson;
  const says = (text: string, declares = lesson()) => shown(exerciseFindings(declares, lessonText('x/en.mdx', text)));

  it('accepts good ones', () => {
    expect(says(prose)).toEqual([]);
  });

  it.each([
    ['a number without an answer', '<Answer id="number" />', '', 'id="number"> of kind numeric has 0 <Answer>, not 1'],
    ['the answer of another', '<Answer id="number" />', '<Answer id="b" />', 'id="number"> has the <Answer> of "b"'],
    ['a proof without a hint', '<Hint>Begin.</Hint>', '', 'id="proof"> of kind derivation has 0 <Hint>, not some'],
    ['an option without a why', '<Why>No.</Why>', '', 'id="choice">: the option "a" needs one <Why>'],
    [
      'an option under another name',
      '<Option id="a">',
      '<Option id="c">',
      'shows the options c, b; lesson.ts has a, b',
    ],
    [
      'a prediction without an option',
      '<Option id="falls">It falls.</Option>',
      '',
      'id="fate"> shows the options grows;',
    ],
    ['an outcome of nothing', '<Outcome>', 'Text.\n\n<Outcome>', '<Outcome> does not follow what a prediction covers'],
  ])('finds %s', (_, from, to, message) => {
    expect(prose).toContain(from);
    expect(says(prose.replace(from, to))).toEqual([expect.stringContaining(message)]);
  });

  it('finds a figure that stands before its prediction', () => {
    const figure = '<Figure id="decay">Caption.</Figure>\n\n';
    const [before = '', after = ''] = prose.split(figure);
    expect(says(`${figure}${before}${after}`)).toContainEqual(
      expect.stringContaining('stands behind <Figure id="decay">, which it covers'),
    );
  });

  it('finds a choice in which nothing is wrong, and a prediction for a figure that is not there', () => {
    expect(says(prose, lesson({ a: true, b: true }))).toEqual([expect.stringContaining('needs a right and a wrong')]);
    expect(says(prose, lesson(undefined, 'other'))).toEqual([
      expect.stringContaining('covers <Figure id="other">, which is not there'),
      expect.stringContaining('<Outcome> does not follow what a prediction covers'),
    ]);
  });
});
