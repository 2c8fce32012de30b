import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Translate, translatorOf } from '#i18n/translate.ts';
import type { MessageKey, Messages } from '#i18n/types.ts';
import type { Values } from '#lab/settings.ts';
import { readTyped, type Typed } from '../state.ts';
import { type Asked, queryOf, readAddress, rowOf } from './address.ts';
import { Bench } from './Bench.tsx';
import { Chooser } from './Chooser.tsx';
import type { LaboratoryRow } from './rows.ts';

interface Props {
  rows: readonly LaboratoryRow[];
  lang: string;
  messages: Partial<Messages>;
  /** The figure of the first row's default run, drawn at build. */
  children?: ComponentChildren;
}

/** What the page shows; `visit` counts how often the reader came to an experiment, by a link or by the history. */
type State = Asked & { visit: number };

/** Every experiment with every parameter. The address holds what is shown; each run and each choice is a step of the history. */
export default function Laboratory({ rows, lang, messages, children }: Props) {
  const [state, setState] = useState<State>({ ...readAddress('', rows), visit: 0 });
  const left = useRef(new Map<string, Typed>());
  const heading = useRef<HTMLHeadingElement>(null);
  const row = rowOf(state.id, rows);
  const { values } = useMemo(() => readTyped(row.params, state.typed), [row, state.typed]);
  const t = useMemo(() => translatorFor(row, messages, lang), [row, messages, lang]);
  const query = useWatchedQuery((asked) => setState(({ visit }) => ({ ...asked, visit: visit + 1 })), rows);

  /** The address of settings that are run: a new step of the history, unless it says what it said before. */
  function keep(used: Values) {
    const { id, typed } = readAddress(location.search, rows);
    const before = queryOf(id, rowOf(id, rows).params, readTyped(rowOf(id, rows).params, typed).values);
    const now = queryOf(row.id, row.params, used);
    query.write(before === now ? 'replaceState' : 'pushState', now);
  }

  /** Leaves an experiment as it is, so that the way back leads to the same settings, and goes to another one. */
  function choose(id: string) {
    const next = rowOf(id, rows);
    const typed = id === row.id ? state.typed : (left.current.get(id) ?? {});
    left.current.set(row.id, state.typed);
    query.write('replaceState', queryOf(row.id, row.params, values));
    if (id !== row.id) query.write('pushState', queryOf(id, next.params, readTyped(next.params, typed).values));
    setState({ id, typed, visit: state.visit + 1 });
  }

  return (
    <div class="laboratory">
      <Chooser rows={rows} current={row.id} t={t} onChoose={choose} heading={heading} />
      <Bench
        key={row.id}
        row={row}
        asked={state}
        visit={state.visit}
        t={t}
        lang={lang}
        heading={heading}
        onTyped={(typed) => setState({ id: row.id, typed, visit: state.visit })}
        onRun={keep}
      >
        {row === rows[0] && children}
      </Bench>
    </div>
  );
}

function translatorFor(row: LaboratoryRow, messages: Partial<Messages>, lang: string): Translate {
  const t = translatorOf(messages, lang);
  return (key: MessageKey, values) => t(row.texts[key] ?? key, values);
}

/** Calls `onArrive` for the address the page came with, if it asks for anything, and for each that the history brings. */
function useWatchedQuery(onArrive: (asked: Asked) => void, rows: readonly LaboratoryRow[]) {
  const last = useRef('');
  useEffect(() => {
    const arrive = () => {
      if (location.search === last.current) return; // only the section has changed
      last.current = location.search;
      onArrive(readAddress(location.search, rows));
    };
    arrive();
    addEventListener('popstate', arrive);
    return () => removeEventListener('popstate', arrive);
  }, []);
  function write(step: 'pushState' | 'replaceState', query: string) {
    last.current = query;
    history[step](history.state, '', `${location.pathname}${query}${location.hash}`);
  }
  return { write };
}
