import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import type { Parameters } from '#lab/settings.ts';
import { settingsText } from '../labels.ts';
import type { Drawer } from '../load-drawer.ts';
import type { Shown } from '../use-run.ts';
import type { FileKind } from './save.ts';

interface Props {
  id: string;
  /** What there is to save; nothing before a run and while one goes on. */
  run: Shown<Drawer> | undefined;
  params: Parameters;
  t: Translate;
  lang: string;
}

const kinds = ['csv', 'json', 'svg', 'png'] as const satisfies readonly FileKind[];

/** The result of a run as files: numbers for a program, drawings for a paper and for slides. */
export function Downloads({ id, run, params, t, lang }: Props) {
  const [message, setMessage] = useState('');

  // What was saved of one run is not said beside the next.
  useEffect(() => setMessage(''), [run]);

  async function save(kind: FileKind, shown: Shown<Drawer>) {
    try {
      const { saveResult } = await import('./save.ts');
      const words = {
        title: t(`experiment.${id}` as MessageKey),
        question: t(`question.${id}` as MessageKey),
        settings: settingsText(params, shown.values, t, lang),
      };
      setMessage(t('laboratory.saved', { file: await saveResult(kind, { id, run: shown, words, t, lang }) }));
    } catch (error) {
      setMessage(t('laboratory.notSaved', { message: error instanceof Error ? error.message : String(error) }));
    }
  }

  return (
    <div class="buttons downloads" role="group" aria-labelledby="laboratory-save">
      <span id="laboratory-save">{t('laboratory.save')}</span>
      {kinds.map((kind) => (
        <button key={kind} type="button" disabled={!run} onClick={() => run && void save(kind, run)}>
          {t(`laboratory.${kind}`)}
        </button>
      ))}
      <span class="status" role="status">
        {run ? message : t('laboratory.afterRun')}
      </span>
    </div>
  );
}
