import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatNumber } from '#i18n/format.ts';
import { type Translate, translatorOf } from '#i18n/translate.ts';
import type { Messages } from '#i18n/types.ts';
import type { RunEnd } from '#lab/runs.ts';
import type { ParityFrame } from '#lab/settings.ts';
import { percent, useRun } from './use-run.ts';

export interface GoldenRow {
  file: string;
  href: string;
  /** What the file holds, in the reader's language. */
  about: string;
  cases: number;
}

interface Props {
  files: readonly GoldenRow[];
  cases: number;
  lang: string;
  messages: Partial<Messages>;
}

type FileReport = ParityFrame['files'][number];

const nothingToLoad = async () => undefined;

/** All golden cases, computed again in the reader's browser when asked for; before that, what there is to compare. */
export default function ParityRun({ files, cases, lang, messages }: Props) {
  const t = useMemo(() => translatorOf(messages, lang), [messages, lang]);
  const [alive, setAlive] = useState(false);
  const { shown, progress, message, run, stop } = useRun('parity', 'parity', nothingToLoad, t, endText);
  const running = progress !== undefined;
  const frame = shown?.frame as ParityFrame | undefined;
  useEffect(() => setAlive(true), []);

  return (
    <div class="parity-run" data-state={running ? 'running' : shown ? 'shown' : 'idle'}>
      <fieldset class="operation" aria-label={t('parity.operation')} disabled={!alive}>
        <div class="buttons">
          {/* Not `disabled`, which would take the focus from who has just pressed it. */}
          <button type="button" class="primary" aria-disabled={running} onClick={() => !running && void run({})}>
            {t('parity.check', { n: cases })}
          </button>
          <button type="button" aria-disabled={!running} onClick={() => running && stop()}>
            {t('widget.stop')}
          </button>
          <span class="status" role="status">
            {message}
          </span>
          <progress max={1} value={progress ?? 0} hidden={!running} aria-label={t('widget.progressName')} />
          {running && <span class="percent">{t('widget.progress', { percent: percent(progress) })}</span>}
        </div>
      </fieldset>
      <FileTable files={files} cases={cases} frame={frame} t={t} />
      {frame && frame.failed > 0 && <Failures files={frame.files} t={t} />}
    </div>
  );
}

interface TableProps {
  files: readonly GoldenRow[];
  cases: number;
  frame: ParityFrame | undefined;
  t: Translate;
}

/** The files with what came of them here, as far as it is known. */
function FileTable({ files, cases, frame, t }: TableProps) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t('parity.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('parity.file')}</th>
            <th scope="col" class="count">
              {t('parity.cases')}
            </th>
            <th scope="col" class="needs-script">
              {t('parity.result')}
            </th>
            <th scope="col">{t('parity.content')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((row) => (
            <FileRow key={row.file} {...row} report={frame?.files.find(({ file }) => file === row.file)} t={t} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('parity.total')}</th>
            <td class="count">{cases}</td>
            <td class="needs-script">{frame ? outcome(frame, t) : <NotYet t={t} />}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function FileRow({
  file,
  href,
  about,
  cases,
  report,
  t,
}: GoldenRow & { report: FileReport | undefined; t: Translate }) {
  return (
    <tr data-file={file} data-result={report && (report.failed > 0 ? 'failed' : 'passed')}>
      <th scope="row">
        <a href={href}>{file.replace('.json', '')}</a>
      </th>
      <td class="count">{cases}</td>
      <td class="result needs-script">
        {report ? outcome(report, t) : <NotYet t={t} />}
        {report && <small>{remarks(report, t)}</small>}
      </td>
      <td>{about}</td>
    </tr>
  );
}

/** A dash for the eye; what it means for the ear. */
const NotYet = ({ t }: { t: Translate }) => (
  <span role="img" aria-label={t('parity.notYet')}>
    –
  </span>
);

function outcome({ passed, failed }: { passed: number; failed: number }, t: Translate): string {
  const all = t('parity.passed', { n: passed });
  return failed > 0 ? `${all}, ${t('parity.failed', { n: failed })}` : all;
}

/** How those passed that are not equal to the last bit. */
const remarks = ({ close, endsOnly, stricter }: FileReport, t: Translate) =>
  [
    ...(close > 0 ? [t('parity.close', { n: close })] : []),
    ...(endsOnly > 0 ? [t('parity.endsOnly', { n: endsOnly })] : []),
    ...(stricter > 0 ? [t('parity.stricter', { n: stricter })] : []),
  ].join(' · ');

function Failures({ files, t }: { files: readonly FileReport[]; t: Translate }) {
  return (
    <div class="failures">
      <p id="parity-failures" class="report-title">
        {t('parity.failures')}
      </p>
      <ul aria-labelledby="parity-failures">
        {files.flatMap(({ file, failures }) =>
          // Two cases of a file may have one id: the place tells them apart.
          [...failures.entries()].map(([place, { id, message }]) => (
            <li key={`${file} ${place}`}>
              <code>
                {file} {id}
              </code>
              <br />
              {message}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function endText({ outcome: end, frame, seconds }: RunEnd, t: Translate): string {
  if (!frame) return t('widget.stoppedEarly');
  const { passed, failed } = frame as ParityFrame;
  if (end !== 'done') return t('parity.stopped', { passed, failed });
  if (failed > 0) return t('parity.someFailed', { passed, failed });
  return t('parity.allPassed', { n: passed, seconds: formatNumber(seconds, { decimals: 1 }) });
}
