import { useState } from 'preact/hooks';
import type { Translate } from '#i18n/translate.ts';
import type { Values } from '#lab/settings.ts';
import type { Shelf } from './shelf.ts';

interface Props {
  id: string;
  values: Values;
  t: Translate;
}

/** The same run as a program for PyTorch, with the settings of the controls; written when a reader opens it. */
export function TakeHome({ id, values, t }: Props) {
  const [shelf, setShelf] = useState<Shelf>();
  const [message, setMessage] = useState('');

  async function open() {
    try {
      setShelf((await import('./shelf.ts')).shelf);
      setMessage('');
    } catch (error) {
      setMessage(t('laboratory.notSaved', { message: error instanceof Error ? error.message : String(error) }));
    }
  }

  return (
    <details class="take-home needs-script" onToggle={(event) => event.currentTarget.open && !shelf && void open()}>
      <summary>{t('laboratory.script')}</summary>
      <p>{t('laboratory.scriptText')}</p>
      {message && <p role="alert">{message}</p>}
      {shelf && <Script id={id} text={shelf.write(id, values)} shelf={shelf} t={t} />}
    </details>
  );
}

/** `copy-code.ts` serves the first button. */
function Script({ id, text, shelf, t }: { id: string; text: string; shelf: Shelf; t: Translate }) {
  const file = `${id.replaceAll('-', '_')}.py`;
  return (
    <div class="framework-code">
      <pre class="output python" tabIndex={0} role="group" aria-label={file}>
        <code>
          {shelf
            .tokensOf(text)
            .map(({ text: piece, kind }) => (kind ? <span class={`token-${kind}`}>{piece}</span> : piece))}
        </code>
      </pre>
      <p class="buttons">
        <button type="button" data-copy data-copied={t('weights.copied')} data-failed={t('weights.copyFailed')}>
          {t('weights.copy', { framework: 'PyTorch' })}
        </button>
        <button type="button" onClick={() => shelf.saveBlob(new Blob([text], { type: 'text/x-python' }), file)}>
          {t('laboratory.saveScript', { file })}
        </button>
        <span class="copy-status" role="status" />
      </p>
    </div>
  );
}
