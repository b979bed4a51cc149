import { PageHead } from '../models/page-head.tsx';
import { type NeuronView, neuronAddress } from './address.ts';
import { neuronSteps } from './neuron-steps.ts';
import { NeuronWalk } from './neuron-walk.tsx';
import type { NeuronPage } from './read-neuron.ts';

interface NeuronHeaderProps {
  page: NeuronPage;
  at: string;
  view: NeuronView;
  saved: string | undefined;
}

export function NeuronHeader({ page, at, view, saved }: NeuronHeaderProps) {
  const { family, layer, channel } = page;
  const { previous, next } = neuronSteps(page, at);
  const step = (ref: string | null) => ref && { ref, address: neuronAddress(family.id, ref, view) };
  return (
    <header className="border-rule border-t pt-6">
      <PageHead family={family} asked={page.asked} saved={saved} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3">
        <h1 className="font-mono font-semibold text-xl tracking-tight sm:text-2xl">{at}</h1>
        <NeuronWalk previous={step(previous) || null} next={step(next) || null} />
      </div>
      <p className="mt-2 text-quiet text-xs">
        channel {channel} of {layer.channels} in {layer.name} of {family.architecture.name}
      </p>
    </header>
  );
}
