import type { Gate } from './access/gate.ts';
import type { Viewer } from './access/viewer.ts';
import { callerOf } from './http/caller.ts';
import type { RequestRecord } from './http/request-record.ts';
import type { RateStanding } from './limits/rate-limit.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import type { Services } from './services.ts';

/** What a resolver sees. */
export interface Context extends Services {
  loaders: Loaders;
  gate: Gate;
  /** Who asks. */
  viewer: Viewer;
  /** Where the request came from. */
  address: string;
  /** Whom the operation's points are taken from. */
  caller: string;
  record: RequestRecord;
  /** Known once the points are taken, before anything runs. */
  rateStanding?: RateStanding;
}

/** `address` is where the request came from. */
export function createContext(
  services: Services,
  gate: Gate,
  viewer: Viewer,
  address: string,
  record: RequestRecord,
): Context {
  const loaders = createLoaders(services, viewer);
  return { ...services, gate, viewer, address, caller: callerOf(viewer, address), loaders, record };
}
