'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useOptimistic, useRef, useTransition } from 'react';
import { FilterSelect, type Option } from './filter-select.tsx';
import { type ListView, listAddress, orders, readListView, statuses } from './list-view.ts';

/** A pause in typing after which a name is looked for. */
const typingPauseMs = 250;

interface ListFiltersProps {
  view: ListView;
  datasets: string[];
  architectures: string[];
}

/** Chooses which experiments are listed: a plain form, whose changes show at once where scripts run. */
export function ListFilters({ view, datasets, architectures }: ListFiltersProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(view);
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back and forward change what is looked for too.
  useEffect(() => {
    if (search.current && document.activeElement !== search.current) search.current.value = view.search;
  }, [view.search]);
  useEffect(() => () => clearTimeout(typing.current), []);

  const show = (go: (address: string) => void) => {
    clearTimeout(typing.current);
    const values = new FormData(form.current!);
    const next = readListView(Object.fromEntries(values) as Record<string, string>);
    startTransition(() => {
      choose(next);
      go(listAddress(next));
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(router.push);
  };
  const wait = () => {
    clearTimeout(typing.current);
    typing.current = setTimeout(() => show(router.replace), typingPauseMs);
  };
  const select = () => show(router.push);
  const selects = [
    { name: 'status', options: anyOf(Object.keys(statuses)) },
    { name: 'dataset', options: anyOf(datasets) },
    { name: 'architecture', options: anyOf(architectures) },
    { name: 'order', options: Object.entries(orders).map(([value, { words }]) => ({ value, words })) },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is no form.
    <form
      ref={form}
      role="search"
      action="/"
      onSubmit={submit}
      aria-busy={pending}
      className="mb-6 grid grid-cols-2 items-end gap-x-4 gap-y-3 text-sm sm:flex sm:flex-wrap"
    >
      <label className="col-span-2 grow space-y-1 sm:max-w-sm">
        <span className="block text-quiet text-xs">name contains</span>
        <input
          ref={search}
          type="search"
          name="search"
          maxLength={120}
          defaultValue={view.search}
          onChange={wait}
          className="block h-8 w-full border border-field bg-transparent px-2"
        />
      </label>
      {selects.map(({ name, options }) => (
        <FilterSelect key={name} name={name} value={chosen[name]} options={options} onChange={select} />
      ))}
      <button
        type="submit"
        className="h-8 w-24 border border-field text-quiet hover:border-ink hover:text-ink"
      >
        {pending ? 'looking…' : 'show'}
      </button>
    </form>
  );
}

function anyOf(values: string[]): Option[] {
  return [{ value: '', words: 'any' }, ...values.map((value) => ({ value, words: value }))];
}
