import { experimentChannel } from './experiment-channel.ts';
import { openListener } from './open-listener.ts';
import { createTicks, type Ticks } from './ticks.ts';

export interface ExperimentListener {
  /** A tick for each change of the experiment; several changes in a row may come as one. Ends by `return` or `close`. */
  subscribe(experimentId: string): AsyncIterableIterator<void>;
  close(): Promise<void>;
}

/** Listens on one connection of its own, which it opens again when it is lost; then everybody gets a tick, for what was missed. */
export async function listenToExperiments(url: string): Promise<ExperimentListener> {
  const subscribers = new Map<string, Set<Ticks>>();
  const listener = await openListener(url, experimentChannel, {
    notified: (experimentId) => {
      for (const ticks of subscribers.get(experimentId) ?? []) ticks.tick();
    },
    reconnected: () => {
      for (const ticks of [...subscribers.values()].flatMap((set) => [...set])) ticks.tick();
    },
  });

  return {
    subscribe(experimentId) {
      const set = subscribers.get(experimentId) ?? new Set<Ticks>();
      subscribers.set(experimentId, set);
      const ticks = createTicks(() => {
        set.delete(ticks);
        if (set.size === 0 && subscribers.get(experimentId) === set) subscribers.delete(experimentId);
      });
      set.add(ticks);
      return ticks.iterator;
    },

    async close() {
      for (const ticks of [...subscribers.values()].flatMap((set) => [...set]))
        await ticks.iterator.return?.();
      await listener.close();
    },
  };
}
