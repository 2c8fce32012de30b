import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '#i18n/translate.ts';
import type { MessageKey } from '#i18n/types.ts';
import type { LaboratoryRow } from './rows.ts';

interface Props {
  rows: readonly LaboratoryRow[];
  current: string;
  t: Translate;
  onChoose(id: string): void;
  /** Where a reader goes on who has chosen in the folded list of a narrow screen. */
  heading: RefObject<HTMLHeadingElement>;
}

/** Beside the experiment there is room for the list; see laboratory.css. */
const isWide = () => matchMedia('(min-width: 64rem)').matches;

/** All experiments, each with its question, as links: an experiment is an address. */
export function Chooser({ rows, current, t, onChoose, heading }: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(isWide()), []);

  function choose(event: MouseEvent, id: string) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onChoose(id);
    if (isWide()) return;
    setOpen(false);
    requestAnimationFrame(() => heading.current?.focus());
  }

  return (
    <nav class="experiments needs-script" aria-label={t('laboratory.experiments')}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('laboratory.experiments')}</summary>
        <ul>
          {rows.map(({ id }) => (
            <li key={id}>
              <a
                href={`?experiment=${id}`}
                aria-current={id === current ? 'true' : undefined}
                onClick={(event) => choose(event, id)}
              >
                <strong>{t(`experiment.${id}` as MessageKey)}</strong>
                <span>{t(`question.${id}` as MessageKey)}</span>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
