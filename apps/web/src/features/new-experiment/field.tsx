'use client';

import type { Schema } from '@kindred/client/experiment-text';
import type { ReactNode } from 'react';
import { problemsAt, useForm } from './form-context.ts';
import { type Path, valueAt } from './values-at.ts';
import { labelOf, withCode } from './words.tsx';

const box = 'block h-8 w-full border bg-paper px-2 border-field aria-[invalid=true]:border-accent';

/** One value: a menu where the values are known, otherwise a line to write in; with what it means, and what is wrong with it. */
export function Field({ path, schema }: { path: Path; schema: Schema }) {
  const { values, problems, choices, set } = useForm();
  const id = path.join('.');
  const wrong = problemsAt(problems, path);
  const value = valueAt(values, path);
  const options = choices[id] ?? schema.enum?.map((word) => ({ value: word, words: word }));
  const shared = {
    id,
    'aria-describedby': `${id}-words`,
    'aria-invalid': wrong.length > 0,
    className: box,
  };
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className="block">
        {labelOf(String(path.at(-1)))}
      </label>
      {options ? (
        <Menu
          {...shared}
          value={String(value ?? schema.default ?? '')}
          options={options}
          onChange={(chosen) => set(path, chosen)}
        />
      ) : (
        <Line {...shared} value={value} schema={schema} onChange={(written) => set(path, written)} />
      )}
      <Words id={`${id}-words`} wrong={wrong}>
        {withCode(schema.description ?? '')}
      </Words>
    </div>
  );
}

interface ControlProps {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
  className: string;
}

interface MenuProps extends ControlProps {
  value: string;
  options: { value: string; words: string }[];
  onChange: (value: string) => void;
}

function Menu({ value, options, onChange, ...rest }: MenuProps) {
  const known = options.some((option) => option.value === value);
  return (
    <select {...rest} value={value} onChange={({ target }) => onChange(target.value)}>
      {[...(known ? [] : [{ value, words: value }]), ...options].map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  );
}

interface LineProps extends ControlProps {
  value: unknown;
  schema: Schema;
  onChange: (value: unknown) => void;
}

/** Empty is what may be null, or left out: then its default shows faintly. */
function Line({ value, schema, onChange, ...rest }: LineProps) {
  const types = [schema.type].flat();
  const numeric = types.includes('integer') || types.includes('number');
  const empty = types.includes('null') ? null : undefined;
  const read = (text: string) => {
    if (text === '' && (numeric || empty === null)) return empty;
    return numeric ? Number(text) : text;
  };
  return (
    <input
      {...rest}
      type={numeric ? 'number' : 'text'}
      step="any"
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      placeholder={schema.default == null ? undefined : String(schema.default)}
      onChange={({ target }) => onChange(read(target.value))}
    />
  );
}

/** What a field means, below what is wrong with it. */
export function Words({ id, wrong, children }: { id: string; wrong: string[]; children: ReactNode }) {
  return (
    <div id={id} className="space-y-1 text-xs">
      {wrong.map((words) => (
        <p key={words} className="wrap-anywhere text-accent">
          <span aria-hidden="true">✕</span> {words}
        </p>
      ))}
      <p className="text-pretty text-quiet">{children}</p>
    </div>
  );
}
