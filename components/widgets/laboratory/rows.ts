import type { MessageKey } from '#i18n/types.ts';
import type { Parameters } from '#lab/settings.ts';
import type { LiveChart } from '../load-drawer.ts';

/** An experiment as the laboratory offers it: with every parameter that it has. */
export interface LaboratoryRow {
  id: string;
  params: Parameters;
  chart: LiveChart;
  /** Below the figure it tells in words and code what a run found; see `load-drawer.ts`. */
  hasReport: boolean;
  /** Whether there is a program that does the same in PyTorch. */
  hasScript: boolean;
  /** Texts that stand in place of others, as in `widgets.ts`. */
  texts: Readonly<Partial<Record<MessageKey, MessageKey>>>;
}
