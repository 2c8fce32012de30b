/** The HTML of an exercise or a prediction, taken apart: the question, the rows of its options, and what follows them. */
export interface OptionGroup {
  question: string;
  options: string;
  rest: string;
}

type Declared = Readonly<Record<string, boolean>>;

const row = '<li class="option"';
const optionText = '<span class="option-text">';
const explanation = '<details class="why"';
const afterwards = /<details class="(?:hint|solution)"/;

/** An option's own text, which stands in a label, and its explanation, which does not. */
export function splitOption(id: string, html: string): { text: string; why: string } {
  const at = html.indexOf(explanation);
  const [text, why] = at < 0 ? [html, ''] : [html.slice(0, at), html.slice(at)];
  const alone = text.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
  if (/<(?:p|div|ul|ol|table)\b/.test(alone)) throw new Error(`<Option id="${id}"> has more than one paragraph`);
  if (alone === '') throw new Error(`<Option id="${id}"> has no text`);
  return { text: alone, why };
}

/**
 * Takes the HTML between the tags of an exercise or a prediction apart, gives each option a letter to speak of it by, and
 * marks the rows of the right ones.
 * @throws unless it has exactly the options that lesson.ts declares, a right and a wrong one among them, and, where they
 * are to be `explained`, a reason for each
 */
export function optionGroup(where: string, html: string, declared: Declared, explained: boolean): OptionGroup {
  const [question = '', ...rows] = html.split(row);
  const ids = rows.map((text) => /data-option="([^"]+)"/.exec(text)?.[1] ?? '');
  checkIds(where, ids, declared);
  const silent = ids.filter((_, index) => explained && !rows[index]?.includes(explanation));
  if (silent.length > 0) throw new Error(`${where}: a <Why> is missing in ${silent.join(', ')}`);

  const last = rows.at(-1) ?? '';
  const end = afterwards.exec(last)?.index ?? last.length;
  const kept = [...rows.slice(0, -1), last.slice(0, end)];
  const options = kept.map((text, index) => markedRow(text, index, declared[ids[index] ?? ''] === true));
  return { question, options: options.join(''), rest: last.slice(end) };
}

function checkIds(where: string, ids: readonly string[], declared: Declared): void {
  const wanted = Object.keys(declared);
  if ([...ids].sort().join() !== [...wanted].sort().join())
    throw new Error(`${where} shows the options ${ids.join(', ')}; lesson.ts has ${wanted.join(', ')}`);
  const verdicts = new Set(Object.values(declared));
  if (verdicts.size < 2) throw new Error(`${where} needs a right and a wrong option`);
}

function markedRow(text: string, index: number, right: boolean): string {
  const letter = `<span class="letter">${String.fromCharCode('A'.charCodeAt(0) + index)}</span>`;
  return `${row}${right ? ' data-right' : ''}${text.replace(optionText, letter + optionText)}`;
}
