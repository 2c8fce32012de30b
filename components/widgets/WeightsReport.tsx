import type { ChartContext } from '#charts/chart.ts';
import type { WeightsRun } from '#charts/weights.ts';
import { joinList } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import { paramLabel } from './labels.ts';
import { weightsFacts } from './weights-facts.ts';

type Props = ChartContext & { run: WeightsRun };
type Frame = WeightsRun['frame'];

/** What was drawn, for a reader who compares it with a session of their own: first weights, law, and code. */
export function WeightsReport({ run: { frame }, t, lang }: Props) {
  return (
    <>
      {frame.unused.length > 0 && <p class="report-note">{unusedText(frame, t, lang)}</p>}
      {frame.first.length > 0 && (
        <div class="side-by-side">
          <FirstWeights first={frame.first} t={t} />
          <Facts frame={frame} t={t} />
        </div>
      )}
      {frame.code && <Frameworks code={frame.code} t={t} />}
    </>
  );
}

const unusedText = ({ unused }: Frame, t: Translate, lang: string) =>
  t('weights.unused', {
    names: joinList(
      unused.map((name) => paramLabel(name, t)),
      lang,
    ),
  });

function FirstWeights({ first, t }: { first: Frame['first']; t: Translate }) {
  return (
    <div>
      <p class="report-title">{t('weights.first')}</p>
      <table class="first-weights" aria-label={t('weights.first')}>
        <thead>
          <tr>
            <th scope="col">{t('weights.place')}</th>
            <th scope="col">{t('weights.decimal')}</th>
            <th scope="col">{t('weights.bits')}</th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ index, decimal, bits }) => (
            <tr key={index}>
              <th scope="row">{index}</th>
              <td>
                <code>{decimal}</code>
              </td>
              <td>
                <code>{bits}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Facts({ frame, t }: { frame: Frame; t: Translate }) {
  return (
    <div role="group" aria-label={t('weights.numbers')}>
      <p class="report-title">{t('weights.numbers')}</p>
      <dl class="facts">
        {weightsFacts(frame, t).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const frameworks = { pytorch: 'PyTorch', numpy: 'NumPy', keras: 'Keras', jax: 'JAX' } as const;

/** The agreement is seen without opening anything; the code of PyTorch is open. */
function Frameworks({ code, t }: { code: NonNullable<Frame['code']>; t: Translate }) {
  return (
    <div role="group" aria-label={t('weights.code')}>
      <p class="report-title">{t('weights.code')}</p>
      {(Object.keys(frameworks) as (keyof typeof frameworks)[]).map((id) => {
        const { code: text, agreement, reason } = code[id];
        return (
          <details key={id} class="framework" data-framework={id} data-agreement={agreement} open={id === 'pytorch'}>
            <summary>
              <strong>{frameworks[id]}</strong> <span class="agreement">{t(`agreement.${agreement}`)}</span>
            </summary>
            <p>{t(`reason.${reason}` as MessageKey)}</p>
            {text !== '' && <Code text={text} name={frameworks[id]} t={t} />}
          </details>
        );
      })}
    </div>
  );
}

/** Code with a button that `copy-code.ts` serves. */
function Code({ text, name, t }: { text: string; name: string; t: Translate }) {
  return (
    <div class="framework-code">
      <pre class="output" tabIndex={0} role="group" aria-label={name}>
        <code>{text}</code>
      </pre>
      <p class="needs-script">
        <button type="button" data-copy data-copied={t('weights.copied')} data-failed={t('weights.copyFailed')}>
          {t('weights.copy', { framework: name })}
        </button>
        <span class="copy-status" role="status" />
      </p>
    </div>
  );
}
