'use client';

import type { Schema } from '@kindred/client/experiment-text';
import { CorruptionFields } from './corruption-fields.tsx';
import { Field } from './field.tsx';
import { MethodFields } from './method-fields.tsx';
import type { Path } from './values-at.ts';
import { labelOf } from './words.tsx';

/** All values of a part of an experiment, as its schema lists them; a part within is set in. */
export function Fields({ path, schema }: { path: Path; schema: Schema }) {
  const parts = Object.entries(schema.properties ?? {});
  const single = parts.filter(([, part]) => !part.properties && part.type !== 'array');
  const nested = parts.filter(([, part]) => part.properties || part.type === 'array');
  return (
    <>
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 min-[480px]:grid-cols-2 2xl:grid-cols-3">
        {single.map(([name, part]) => (
          <Field key={name} path={[...path, name]} schema={part} />
        ))}
      </div>
      {nested.map(([name, part]) => (
        <Nested key={name} path={[...path, name]} schema={part} />
      ))}
    </>
  );
}

/** Methods and corruptions are chosen from all that there are. */
export function Part({ path, schema }: { path: Path; schema: Schema }) {
  if (path.at(-1) === 'ensembles') return <MethodFields path={path} schema={schema.items!} />;
  if (path.at(-1) === 'corruptions') return <CorruptionFields path={path} schema={schema} />;
  return <Fields path={path} schema={schema} />;
}

function Nested({ path, schema }: { path: Path; schema: Schema }) {
  return (
    <fieldset className="mt-5 min-w-0 border-rule border-l pl-4">
      <legend className="float-left mb-3 w-full font-semibold">{labelOf(String(path.at(-1)))}</legend>
      <div className="clear-both">
        <Part path={path} schema={schema} />
      </div>
    </fieldset>
  );
}
