'use client';

import { useSearchParams } from 'next/navigation';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { Section } from '../../ui/section.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Definitions } from '../evaluations/definitions.tsx';
import { familyLooks } from '../models/family.ts';
import { chosenMembers, ensembleAddress } from './chosen-members.ts';
import { EnsemblePresets } from './ensemble-presets.tsx';
import { MeasuredByJob } from './measured-by-job.tsx';
import { MemberChoice } from './member-choice.tsx';
import { PairMatrix } from './pair-matrix.tsx';
import type { Predictions } from './read-predictions.ts';
import { Reliability } from './reliability.tsx';
import { togetherOf } from './together.ts';
import { useIntervals } from './use-intervals.ts';
import { useWhatIf } from './use-what-if.ts';

/** Any members of a family as an ensemble, measured here as soon as they are ticked; which ones is part of the address. */
export function WhatIf({ predictions }: { predictions: Predictions }) {
  const { experiment, models } = predictions;
  const chosen = chosenMembers(predictions, useSearchParams().get('members'));
  const state = useWhatIf(predictions, chosen);
  const shown = state.measured?.chosen ?? [];
  const { evaluation, failed } = useIntervals(predictions, state, shown);
  const choose = (members: string[]) =>
    window.history.pushState(null, '', ensembleAddress(experiment.id, members));
  const together = togetherOf(models, shown, state.measured?.values, evaluation);
  const looks = familyLooks(experiment.models.nodes);
  const waiting = !state.refusal && chosen.length > 0 && !state.measured;
  return (
    <SideBySide>
      <Section title="Members" aside={<EnsemblePresets predictions={predictions} choose={choose} />}>
        <p role="status" className="mb-3 min-h-4 text-quiet text-xs">
          {chosen.length === 0 && 'Tick one model or more.'}
          {waiting && !state.opened && 'Reading the stored predictions…'}
          {failed && 'The intervals could not be computed here.'}
        </p>
        {state.refusal && <MeasuredByJob predictions={predictions} chosen={chosen} reason={state.refusal} />}
        <ScrollSideways label="Members">
          <MemberChoice
            models={models}
            looks={looks}
            chosen={chosen}
            choose={choose}
            together={together}
            measured={state.measured}
            without={state.without}
          />
        </ScrollSideways>
        {together && <Definitions evaluations={[together]} />}
      </Section>
      {state.measured && state.opened && (
        <Section title="Calibration" aside="how often predictions are right that are made as confidently">
          <Reliability
            models={models}
            looks={looks}
            chosen={shown}
            members={state.measured.pairs.names.length}
            alone={state.opened.alone}
            together={state.measured.reliability}
          />
        </Section>
      )}
      {state.measured && state.measured.pairs.names.length > 1 && (
        <Section title="Disagreement" aside="between the members ticked; the ensemble’s is their mean">
          <div className="grid gap-10 lg:grid-cols-2">
            <PairMatrix
              title="KL of row to column"
              unit="nats"
              pairs={state.measured.pairs}
              metric="kl"
              models={models}
              looks={looks}
            />
            <PairMatrix
              title="PDR"
              unit="% of images that the two put in other classes"
              pairs={state.measured.pairs}
              metric="pdr"
              models={models}
              looks={looks}
            />
          </div>
        </Section>
      )}
    </SideBySide>
  );
}
