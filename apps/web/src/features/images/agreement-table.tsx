import { percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import type { ImageMember, ImagePage, SaliencyMap } from './read-image.ts';

type Agreement = SaliencyMap['agreements'][number];

const cell = 'py-1.5 pr-5 text-right whitespace-nowrap last:pr-0';

const columns: {
  heading: string;
  of: (agreement: Agreement) => { value: number; definition: string };
  show: (value: number) => string;
}[] = [
  {
    heading: 'rank correlation',
    of: ({ rankCorrelation }) => rankCorrelation,
    show: (value) => value.toFixed(2),
  },
  {
    heading: 'strongest in common %',
    of: ({ topOverlap }) => topOverlap,
    show: (value) => percent(value, 0),
  },
  { heading: 'centre shift, px', of: ({ centreShift }) => centreShift, show: (value) => value.toFixed(1) },
];

interface AgreementTableProps {
  page: ImagePage;
  looks: Map<string, ModelLook>;
}

/** How every model's map agrees with that of one of them, and what the numbers are. */
export function AgreementTable({ page: { members, reference }, looks }: AgreementTableProps) {
  const others = members.filter(({ model }) => model.id !== reference.id);
  const known = others.map((member) => agreementWith(member, reference.id)).find(Boolean);
  if (!known) return <p className="text-quiet text-sm">There are no two maps to compare yet.</p>;
  return (
    <>
      <ScrollSideways label="Agreement of maps">
        <table className="border-collapse text-sm">
          <thead className="text-quiet text-xs">
            <tr className="border-rule border-b">
              <th scope="col" className="py-1.5 pr-5 text-left font-normal">
                against {displayName(reference)}
              </th>
              {columns.map(({ heading, of }) => (
                <th key={heading} scope="col" className={`${cell} font-normal`}>
                  <abbr title={of(known).definition}>{heading}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {others.map((member) => {
              const agreement = agreementWith(member, reference.id);
              return (
                <tr key={member.model.id} className="border-rule border-b last:border-0">
                  <th scope="row" className="py-1.5 pr-5 text-left font-normal">
                    <ModelName model={member.model} look={looks.get(member.model.id)!} />
                  </th>
                  {columns.map(({ heading, of, show }) => (
                    <td key={heading} className={cell}>
                      {agreement ? show(of(agreement).value) : <span className="text-quiet">–</span>}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollSideways>
      <ul className="mt-3 max-w-prose space-y-1 text-quiet text-xs">
        {columns.map(({ heading, of }) => (
          <li key={heading}>{of(known).definition}</li>
        ))}
      </ul>
    </>
  );
}

function agreementWith({ map }: ImageMember, id: string): Agreement | undefined {
  return map?.agreements.find((agreement) => agreement.with.model.id === id);
}
