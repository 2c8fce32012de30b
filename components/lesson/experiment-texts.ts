import type { WidgetRow } from '#widgets/widgets.ts';

/** What any run may need to be started, drawn and told. */
const ofAll = ['widget.', 'note.', 'start.', 'short.', 'chart.', 'table.', 'summary.', 'figure.data'];
const ofReports = ['refusal.', 'weights.', 'law.', 'agreement.', 'reason.'];

/** The texts that an experiment with these controls takes along to the page, by the beginnings of their keys. */
export const experimentTexts = (
  row: Pick<WidgetRow, 'experiment' | 'chart' | 'controls'> & { hasReport?: boolean },
) => [
  ...ofAll,
  `experiment.${row.experiment}`,
  `${row.chart}.`,
  ...row.controls.flatMap((name) => [`param.${name}`, `${name}.`]),
  ...(row.hasReport ? ofReports : []),
];
