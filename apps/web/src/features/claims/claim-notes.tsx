import type { ClaimFieldsFragment } from '@kindred/client';
import { type ClaimTable, commonReasons } from './claim-tables.ts';

/** What a table's numbers are by the paper and here, what differs, and which evaluations ours are from. */
export function ClaimNotes({ table: { columns, rows, common } }: { table: ClaimTable }) {
  const inColumn = (index: number) => rows.flatMap(({ cells }) => cells[index] ?? []);
  return (
    <details className="mt-4 text-quiet text-xs">
      <summary className="cursor-pointer">Definitions, what differs, and where ours are from</summary>
      <dl className="mt-3 grid max-w-5xl grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {columns.map((column, index) => (
          <Note
            key={column}
            term={column}
            texts={[
              ...inColumn(index).map(({ definition }) => definition),
              ...inColumn(index).flatMap(({ measured }) => (measured ? `ours: ${measured.definition}` : [])),
            ]}
          />
        ))}
        {rows.map(({ name, cells }) => {
          const claims = cells.flatMap((claim) => claim ?? []);
          return <Note key={name} term={name} texts={[...reasonsOf(claims, common), ...sourcesOf(claims)]} />;
        })}
      </dl>
    </details>
  );
}

function Note({ term, texts }: { term: string; texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <dt className="text-ink">{term}</dt>
      <dd>{[...new Set(texts)].join(' · ')}</dd>
    </>
  );
}

/** Those of the row at once, then each cell's own. */
function reasonsOf(claims: readonly ClaimFieldsFragment[], told: readonly string[]): string[] {
  const common = commonReasons(claims);
  const own = claims.flatMap(({ column, reasons }) => {
    const others = reasons.filter((reason) => !common.includes(reason));
    return others.length > 0 ? [`${column}: ${others.join(', ')}`] : [];
  });
  return [...common.filter((reason) => !told.includes(reason)), ...own];
}

function sourcesOf(claims: readonly ClaimFieldsFragment[]): string[] {
  return claims.flatMap(({ evaluation }) => {
    if (!evaluation) return [];
    const { id, name, dataset, images, backend, codeVersion } = evaluation;
    return [
      `ours: evaluation ${id} of ${name}, ${images.toLocaleString('en')} test images of ${dataset}, ${backend}, code ${codeVersion}`,
    ];
  });
}
