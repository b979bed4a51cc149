'use client';

import type { Schema } from '@kindred/client/experiment-text';
import { Words } from './field.tsx';
import { Fields } from './fields.tsx';
import { problemsAt, useForm } from './form-context.ts';
import { startingValues } from './starting-values.ts';
import { type Path, valueAt } from './values-at.ts';
import { labelOf } from './words.tsx';

/** Which methods make models beside the parent, each with its values below it once it is chosen. */
export function MethodFields({ path, schema }: { path: Path; schema: Schema }) {
  const { values, problems, set } = useForm();
  const found = valueAt(values, path);
  const asked: unknown[] = Array.isArray(found) ? found : [];
  const placeOf = (method: string) => asked.findIndex((ensemble) => method in Object(ensemble));
  const toggle = (method: string) => {
    const place = placeOf(method);
    const added = [...asked, { [method]: startingValues(method) }];
    set(path, place < 0 ? added : asked.filter((_, index) => index !== place));
  };
  const wrong = asked.flatMap((_, index) => problemsAt(problems, [...path, index]));
  return (
    <div className="space-y-3">
      <Words id={path.join('.')} wrong={[...problemsAt(problems, path), ...wrong]}>
        Each once at most; the parent is trained in any case.
      </Words>
      {Object.entries(schema.properties!).map(([method, own]) => {
        const place = placeOf(method);
        return (
          <div key={method}>
            <label className="flex items-baseline gap-2">
              <input
                type="checkbox"
                checked={place >= 0}
                onChange={() => toggle(method)}
                className="accent-ink"
              />
              <span>
                {labelOf(method)} <span className="text-quiet text-xs">{own.description}</span>
              </span>
            </label>
            {place >= 0 && (
              <div className="mt-3 mb-6 ml-1.5 border-rule border-l pl-4">
                <Fields path={[...path, place, method]} schema={own} />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
