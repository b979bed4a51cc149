import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import type { ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import type { NeuronMember } from './read-neuron.ts';

const cell = 'py-1.5 pr-6 whitespace-nowrap';

/** How each picture was made; equal content keys are equal pictures. */
export function RecipeTable({ members, looks }: { members: NeuronMember[]; looks: Map<string, ModelLook> }) {
  return (
    <ScrollSideways label="Recipes">
      <table className="text-left text-xs">
        <thead className="text-quiet">
          <tr className="border-rule border-b">
            {['model', 'preset', 'seed', 'weights', 'backend', 'code', 'content key'].map((heading) => (
              <th key={heading} scope="col" className={`${cell} font-normal`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ model, visualization }) => (
            <tr key={model.id} className="border-rule border-b last:border-0">
              <th scope="row" className={`${cell} font-normal`}>
                <ModelName model={model} look={looks.get(model.id)!} />
              </th>
              <td className={cell}>{visualization?.recipe.preset ?? '–'}</td>
              <td className={cell}>{visualization?.recipe.seed ?? '–'}</td>
              <Digest digest={visualization?.recipe.weightsDigest} />
              <td className={cell}>{visualization?.recipe.backend ?? '–'}</td>
              <td className={cell}>{visualization?.recipe.codeVersion ?? '–'}</td>
              <Digest digest={visualization?.recipe.contentKey} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

/** The first digits, enough to tell two apart; all of them on hover. */
function Digest({ digest }: { digest: string | null | undefined }) {
  return (
    <td className={`${cell} font-mono text-[11px]`} title={digest ?? undefined}>
      {digest ? digest.slice(0, 16) : '–'}
    </td>
  );
}
