import type { ExperimentFilter, ExperimentOrder, ExperimentStatus } from '@kindred/client';
import { knownValue } from '../../known-value.ts';

/** Which experiments are listed, in which order, and from where on; all of it is part of the address. */
export interface ListView {
  /** Part of a name. */
  search: string;
  status: string;
  dataset: string;
  architecture: string;
  order: string;
  /** Where the page before ended; empty for the first one. */
  after: string;
}

/** What an address says that says nothing: all, newest first. */
export const usualList: ListView = {
  search: '',
  status: '',
  dataset: '',
  architecture: '',
  order: 'newest',
  after: '',
};

/** By the word in the address. */
export const statuses: Record<string, ExperimentStatus> = {
  queued: 'QUEUED',
  running: 'RUNNING',
  done: 'DONE',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
};

/** By the word in the address; people read `newest first`, `oldest first`, `by name`. */
export const orders: Record<string, { order: ExperimentOrder; words: string }> = {
  newest: { order: 'NEWEST', words: 'newest first' },
  oldest: { order: 'OLDEST', words: 'oldest first' },
  name: { order: 'NAME', words: 'by name' },
};

/** What a query says; a form without scripts sends empty values too. */
export function readListView(query: Record<string, string | string[] | undefined>): ListView {
  const said = Object.keys(usualList).flatMap((name) => {
    const value = [query[name]].flat()[0];
    return value ? [[name, value]] : [];
  });
  return { ...usualList, ...Object.fromEntries(said) };
}

/** The permanent address of a list; what is usual is left out. */
export function listAddress(view: ListView): string {
  const unusual = Object.entries(view).filter(([name, value]) => value !== usualList[name as keyof ListView]);
  return unusual.length > 0 ? `/?${new URLSearchParams(unusual)}` : '/';
}

/** Whether some experiments may be left out. */
export function isFiltered({ search, status, dataset, architecture }: ListView): boolean {
  return [search, status, dataset, architecture].some((value) => value !== '');
}

/** The same for the API. Throws BAD_INPUT for a status or an order that there isn't; names are the API's to know. */
export function listQuery({ search, status, dataset, architecture, order, after }: ListView) {
  const filter: ExperimentFilter = {
    search: search || null,
    status: status ? [knownValue('status', statuses, status)] : null,
    dataset: dataset || null,
    architecture: architecture || null,
  };
  return { filter, order: knownValue('order', orders, order).order, after: after || null };
}
