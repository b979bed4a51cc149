'use client';

import type { Schema } from '@kindred/client/experiment-text';
import { Words } from './field.tsx';
import { useForm } from './form-context.ts';
import { type Path, valueAt } from './values-at.ts';

interface Corruption {
  kind: string;
}

/** What all models are measured under beside; each at every severity, unless the text says less. */
export function CorruptionFields({ path, schema }: { path: Path; schema: Schema }) {
  const { values, problems, set } = useForm();
  const found = valueAt(values, path);
  const asked: Corruption[] = Array.isArray(found) ? found : [];
  const place = path.join('.');
  const wrong = problems
    .filter(({ path: at }) => at.join('.').startsWith(place))
    .map(({ message }) => message);
  const toggle = (kind: string) => {
    const others = asked.filter((corruption) => corruption?.kind !== kind);
    set(path, others.length < asked.length ? others : [...asked, { kind }]);
  };
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {schema.items!.properties!.kind!.enum!.map((kind) => (
          <label key={kind} className="flex items-baseline gap-1.5">
            <input
              type="checkbox"
              checked={asked.some((corruption) => corruption?.kind === kind)}
              onChange={() => toggle(kind)}
              className="accent-ink"
            />
            {kind.replaceAll('-', ' ')}
          </label>
        ))}
      </div>
      <Words id={`${place}-words`} wrong={wrong}>
        {schema.description}
      </Words>
    </div>
  );
}
