// The list of these areas: a table on a wide screen, and cards on a narrow one.
import type { ComponentChildren } from "preact";
import { staff } from "./texts.ts";

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Buttons of a row, without a visible heading. */
  actions?: boolean;
}

interface TableProps<Row> {
  /** What is listed, for screen readers. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  id: (row: Row) => string;
  /** Ids that are ticked, and the function that ticks one; without it rows have no box. */
  ticked?: ReadonlySet<string>;
  tick?: (id: string) => void;
  /** The name of a row, for the label of its box. */
  name?: (row: Row) => string;
}

export function Table<Row>({ label, rows, columns, id, ticked, tick, name }: TableProps<Row>) {
  if (rows.length === 0) return <p class="hint">{staff().nothing}</p>;
  return (
    <table class="table">
      <caption class="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {tick && (
            <th scope="col">
              <span class="visually-hidden">{staff().choose}</span>
            </th>
          )}
          {columns.map(({ title, actions }) => (
            <th scope="col" key={title}>
              <span class={actions ? "visually-hidden" : undefined}>{title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={id(row)}>
            {tick && (
              <td class="tick">
                <label>
                  <input type="checkbox" checked={ticked?.has(id(row))} onChange={() => tick(id(row))} />
                  <span class="visually-hidden">{staff().select(name?.(row) ?? "")}</span>
                </label>
              </td>
            )}
            {columns.map(({ title, cell, actions }, index) => (
              <td
                key={title}
                class={actions ? "row-actions" : index === 0 ? "row-head" : "row-cell"}
                data-title={title}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
