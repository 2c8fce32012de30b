import type { LegendEntry, Table } from './chart.ts';

interface Props {
  summary: string;
  table: Table;
  tableLabel: string;
  /** For wide and for narrow screens. */
  legend: { wide: readonly LegendEntry[]; narrow: readonly LegendEntry[] };
  /** SVG text of the panels, one list for wide and one for narrow screens. */
  panels: { wide: readonly string[]; narrow: readonly string[] };
  /** What it tells the formulas of the page, see `linked-data.ts`. */
  linked?: string | undefined;
}

/** The static body of a figure: drawing with its spoken summary, legend, and the same data as a table. */
export function FigureBody({ summary, table, tableLabel, legend, panels, linked }: Props) {
  return (
    <div class="figure-body" data-linked={linked}>
      {legend.wide.length > 0 ? <Legend entries={legend.wide} /> : <Legend entries={legend.narrow} narrowOnly />}
      <div class="drawing" role="img" aria-label={summary}>
        <div class="panels wide-only" dangerouslySetInnerHTML={{ __html: panels.wide.join('') }} />
        <div class="panels narrow-only" dangerouslySetInnerHTML={{ __html: panels.narrow.join('') }} />
      </div>
      <DataTable table={table} label={tableLabel} />
    </div>
  );
}

/** Each series as it is drawn, for lines that have no labels of their own. */
export function Legend({ entries, narrowOnly }: { entries: readonly LegendEntry[]; narrowOnly?: boolean }) {
  if (entries.length === 0) return null;
  return (
    <ul class={narrowOnly ? 'legend narrow-only' : 'legend'}>
      {entries.map((entry) => (
        <li key={entry.label}>
          <svg width="34" height="10" aria-hidden="true">
            <Sample {...entry} />
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  );
}

function Sample({ color, dash, mark }: LegendEntry) {
  if (mark === 'band') return <rect class="band" x="1" width="32" height="10" style={{ fill: color }} />;
  if (mark === 'bar') return <rect x="1" width="32" height="10" fill-opacity="0.6" style={{ fill: color }} />;
  if (mark === 'dot') return <circle cx="17" cy="5" r="4" style={{ fill: color }} />;
  if (mark === 'ring') return <circle cx="17" cy="5" r="4" fill="none" stroke-width="1.5" style={{ stroke: color }} />;
  if (mark === 'triangle') return <path d="M12.5,9h9l-4.5,-8z" style={{ fill: color }} />;
  return (
    <line
      x1="1"
      y1="5"
      x2="33"
      y2="5"
      style={{ stroke: color }}
      stroke-width={mark === 'thin' ? 1.25 : 2.5}
      stroke-dasharray={dash === 'none' ? undefined : dash}
      stroke-linecap={dash.startsWith('0.1') ? 'round' : 'butt'}
    />
  );
}

interface DataTableProps {
  /** Left out as long as nobody looks at it, since a figure that grows would make it anew for every frame. */
  table: Table | undefined;
  label: string;
  open?: boolean;
  onToggle?(open: boolean): void;
}

/** The numbers behind a drawing, folded away until a reader asks for them. */
export function DataTable({ table, label, open, onToggle }: DataTableProps) {
  return (
    <details class="data" open={open} onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}>
      <summary>{label}</summary>
      {table && <Rows table={table} label={label} />}
    </details>
  );
}

/** A header with no line break within brackets, as in N(0, 0.01²). */
const unbroken = (header: string) => header.replace(/, (?=[^()]*\))/g, ',\u00A0');

function Rows({ table, label }: { table: Table; label: string }) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {unbroken(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={table.columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
