import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { Section } from '../../ui/section.tsx';
import { ClaimCell } from './claim-cell.tsx';
import { ClaimNotes } from './claim-notes.tsx';
import type { ClaimTable } from './claim-tables.ts';

const cell = 'whitespace-nowrap py-2 pr-6 text-right align-top last:pr-0';

/** A table of the paper; each cell has its number, ours, and the verdict. */
export function ClaimTableView({ table }: { table: ClaimTable }) {
  const { title, columns, rows, common, slips } = table;
  return (
    <Section title={title} aside={common.length > 0 && `here ${common.join(', ')}`}>
      <ScrollSideways label={title}>
        <table className="border-collapse text-sm">
          <thead className="text-quiet text-xs">
            <tr className="border-rule border-b">
              <th scope="col" className="whitespace-nowrap py-1.5 pr-6 text-left font-normal">
                as printed
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={`${cell} font-normal`}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name} className="border-rule border-b last:border-0">
                <th scope="row" className="whitespace-nowrap py-2 pr-6 text-left align-top font-normal">
                  {name}
                  {cells.some((claim) => claim?.fromElsewhere) && (
                    <span className="block text-quiet text-xs">taken from others</span>
                  )}
                </th>
                {columns.map((column, index) => {
                  const claim = cells[index];
                  return (
                    <td key={column} className={cell}>
                      {claim && (
                        <ClaimCell
                          claim={claim}
                          slip={claim.slip === null ? null : slips.indexOf(claim.slip) + 1}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      {slips.length > 0 && (
        <ol className="mt-3 text-xs">
          {slips.map((slip, index) => (
            <li key={slip}>
              <span className="text-accent">slip {index + 1}</span> {slip}
            </li>
          ))}
        </ol>
      )}
      <ClaimNotes table={table} />
    </Section>
  );
}
