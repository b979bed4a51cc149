'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useRef, useTransition } from 'react';
import { FilterSelect, type Option } from '../experiments/filter-select.tsx';
import { type AtlasView, atlasAddress, hashNames, readAtlasView, shows, sizes, sorts } from './atlas-view.ts';

interface AtlasControlsProps {
  experiment: string;
  view: AtlasView;
  layers: string[];
  models: Option[];
  pairs: Option[];
}

/** Chooses what of a layer is shown and in which order: a plain form, whose changes show at once where scripts run. */
export function AtlasControls({ experiment, view, layers, models, pairs }: AtlasControlsProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(view);
  const form = useRef<HTMLFormElement>(null);
  const show = () => {
    const next = readAtlasView(Object.fromEntries(new FormData(form.current!)) as Record<string, string>);
    startTransition(() => {
      choose(next);
      router.push(atlasAddress(experiment, next));
    });
  };
  const selects: { name: keyof AtlasView; options: Option[] }[] = [
    { name: 'layer', options: layers.map((layer) => ({ value: layer, words: layer })) },
    { name: 'model', options: [{ value: '', words: 'all, side by side' }, ...models] },
    { name: 'sort', options: worded(sorts) },
    { name: 'pair', options: pairs },
    { name: 'hash', options: Object.keys(hashNames).map((name) => ({ value: name, words: name })) },
    { name: 'show', options: worded(shows) },
    { name: 'size', options: worded(sizes) },
  ];
  return (
    <form
      ref={form}
      action={atlasAddress(experiment)}
      aria-label="What is shown"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
      className="mb-4 grid grid-cols-2 items-end gap-x-4 gap-y-3 text-sm sm:flex sm:flex-wrap"
    >
      {selects.map(({ name, options }) => (
        <FilterSelect key={name} name={name} value={chosen[name]} options={options} onChange={show} />
      ))}
      <noscript>
        <button type="submit" className="h-8 border border-rule px-3">
          show
        </button>
      </noscript>
    </form>
  );
}

function worded(values: Record<string, { words: string }>): Option[] {
  return Object.entries(values).map(([value, { words }]) => ({ value, words }));
}
