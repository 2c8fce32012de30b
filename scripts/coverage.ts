// Writes docs/coverage.md: where the course treats each row of the audit of four lecture notes, and each topic of its
// plan: `npm run coverage`. A row without a target, or with one that does not exist, is an error.
import { readFileSync, writeFileSync } from 'node:fs';
import { type Answers, loadAnswers, loadPlaces, type Places } from './coverage-places.ts';
import { isProgram } from './is-program.mjs';

/** A statement of one of the lecture notes, told in our words, with the verdict of the audit. */
export interface Row {
  id: string;
  verdict: 'correct' | 'imprecise' | 'wrong' | 'outdated';
  says: string;
  /** Where the course treats it: `he#forward`, `experiment:weights`, `term:sampling`, `page:references`. */
  targets: readonly string[];
  /** What the targets leave open. */
  remark?: string;
}

/** A topic of the plan of the course. */
export interface Topic {
  part: string;
  topic: string;
  targets: readonly string[];
}

/** content/coverage.json. Which claims answer a row is not in it: claims say that themselves. */
export interface Coverage {
  /** The lecture notes by the beginning of their rows' ids. */
  notes: Readonly<Record<string, string>>;
  rows: readonly Row[];
  topics: readonly Topic[];
}

const coverageFile = new URL('../content/coverage.json', import.meta.url);
export const tableFile = new URL('../docs/coverage.md', import.meta.url);

export const loadCoverage = (): Coverage => JSON.parse(readFileSync(coverageFile, 'utf8')) as Coverage;

/** A row's targets, those of the claims that answer it first. */
export const targetsOf = ({ id, targets }: Row, answers: Answers): string[] => [
  ...(answers.get(id) ?? []).map((claim) => `claim:${claim}`),
  ...targets,
];

/** What is missing: targets of rows and topics, places that they name, and rows that claims name. */
export function coverageFindings({ notes, rows, topics }: Coverage, places: Places, answers: Answers): string[] {
  const entries = [
    ...rows.map((row) => ({ name: row.id, targets: targetsOf(row, answers) })),
    ...topics.map(({ part, topic, targets }) => ({ name: `${part}, ${topic}`, targets: [...targets] })),
  ];
  const ids = new Set(rows.map(({ id }) => id));
  return [
    ...entries.filter(({ targets }) => targets.length === 0).map(({ name }) => `${name}: no target`),
    ...entries.flatMap(({ name, targets }) =>
      targets.filter((target) => !places.has(target)).map((target) => `${name}: there is no ${target}`),
    ),
    ...rows.filter(({ id }) => !(id.slice(0, 2) in notes)).map(({ id }) => `${id}: from which notes?`),
    ...[...answers]
      .filter(([id]) => !ids.has(id))
      .map(([id, claims]) => `claim:${claims[0]} names ${id}, which is no row`),
    ...rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) < index).map(({ id }) => `${id}: twice`),
  ];
}

/** What Markdown would take for a mark of its own. */
const plain = (text: string) => text.replace(/[\\|*_<>[\]]/g, (sign) => `\\${sign}`);

const linked = (targets: readonly string[], places: Places): string =>
  targets
    .map((target) => `[\`${target}\`](../${(places.get(target) ?? '').replace('[', '%5B').replace(']', '%5D')})`)
    .join(', ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const countOf = (rows: readonly Row[], verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length;

/** The whole table as Markdown. */
export function coverageTable({ notes, rows, topics }: Coverage, places: Places, answers: Answers): string {
  const faulty = rows.filter(({ verdict }) => verdict !== 'correct');
  const tried = faulty.filter(({ id }) => answers.has(id));
  const verdicts = ['correct', 'imprecise', 'wrong', 'outdated'] as const;
  const sections = Object.entries(notes).map(([seed, name]) => {
    const own = rows.filter(({ id }) => id.startsWith(seed));
    const lines = own.map((row) => {
      const where = linked(targetsOf(row, answers), places);
      return [row.id, plain(row.says), row.verdict, row.remark ? `${where}; ${row.remark}` : where];
    });
    return `## ${name}\n\n${table(['row', 'what it says', 'verdict', 'where the course treats it'], lines)}`;
  });
  const plan = topics.map(({ part, topic, targets }) => [part, plain(topic), linked(targets, places)]);
  return `# Coverage

Four lecture notes were audited sentence by sentence before the course was written, and the course was planned topic by
topic. This page says where each row of the audit and each topic of the plan is treated. It is made by \`npm run coverage\`
from \`content/coverage.json\` and from the claims, which name the rows that they answer; a test keeps it up to date.

A target is a section or an exercise of a lesson (\`he#forward\`), a statement on trial (\`claim:...\`), an experiment, a term
of the glossary or a page. The statements are told in our words; the verdicts are those of the audit.

${table(
  ['notes', ...verdicts, 'rows'],
  [
    ...Object.entries(notes).map(([seed, name]) => {
      const own = rows.filter(({ id }) => id.startsWith(seed));
      return [name, ...verdicts.map((verdict) => String(countOf(own, verdict))), String(own.length)];
    }),
    ['all', ...verdicts.map((verdict) => String(countOf(rows, verdict))), String(rows.length)],
  ],
)}

Of the ${faulty.length} rows that are not correct, ${tried.length} are answered by a statement on trial, with a test that runs. The
others are slips of language, lost formulas and programs, and remarks beside the subject.

${sections.join('\n\n')}

## The plan of the course

${table(['part', 'topic', 'where the course treats it'], plan)}
`;
}

if (isProgram(import.meta.url)) {
  const [coverage, places, answers] = [loadCoverage(), await loadPlaces(), await loadAnswers()];
  const findings = coverageFindings(coverage, places, answers);
  if (findings.length > 0) console.error(findings.join('\n'));
  else writeFileSync(tableFile, coverageTable(coverage, places, answers));
  process.exitCode = findings.length > 0 ? 1 : 0;
}
