import type { ComponentChildren } from 'preact';
import type { Translate } from '#i18n/translate.ts';
import { percent } from './use-run.ts';

interface Props {
  /** Of the run that goes on, if one does. */
  progress: number | undefined;
  message: string;
  canRun: boolean;
  /** The address that leads to the settings of the controls. */
  link(): string;
  onMessage(text: string): void;
  onStop(): void;
  onReset(): void;
  t: Translate;
  /** What stands behind the buttons. */
  children?: ComponentChildren;
}

/** Below the controls of an experiment: run (it sends the form), stop, reset and copy a link; how far the run has come. */
export function Buttons({ progress, message, canRun, link, onMessage, onStop, onReset, t, children }: Props) {
  const running = progress !== undefined;

  async function copyLink() {
    const address = link();
    try {
      await navigator.clipboard.writeText(address);
      onMessage(t('widget.linkCopied'));
    } catch {
      onMessage(t('widget.linkShown', { link: address }));
    }
  }

  return (
    <div class="buttons">
      <button type="submit" class="primary" disabled={!canRun}>
        {t('widget.run')}
      </button>
      {/* Not `disabled`, which would take the focus from who has just pressed it. */}
      <button type="button" aria-disabled={!running} onClick={() => running && onStop()}>
        {t('widget.stop')}
      </button>
      <button type="button" onClick={onReset}>
        {t('widget.reset')}
      </button>
      <button type="button" onClick={() => void copyLink()}>
        {t('widget.link')}
      </button>
      {children}
      <span class="status" role="status">
        {message}
      </span>
      <progress max={1} value={progress ?? 0} hidden={!running} aria-label={t('widget.progressName')} />
      {running && <span class="percent">{t('widget.progress', { percent: percent(progress) })}</span>}
    </div>
  );
}
