import type { Launch } from '../sides/contender.ts';

/** A server whose graph is asked: how it is started, what it is asked, and how its answers read. */
export interface GraphServer {
  /** It finds the database in DATABASE_URL. */
  start(): Launch;
  versions(): Record<string, string>;
  /** With the variables `model`, a parent's id, and `layer`. */
  query: string;
  /** The values of an answer's data in one order, whatever the fields are called. */
  // biome-ignore lint/suspicious/noExplicitAny: each server's answers have a form of their own.
  read(data: any): FamilyValues;
}

export interface FamilyValues {
  name: string;
  children: { name: string; sibling: string; pictures: unknown[][] }[];
}
