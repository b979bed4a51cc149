import Link from 'next/link';
import { atlasAddress } from '../../../features/atlas/atlas-view.ts';
import { FamilyComparisons } from '../../../features/comparisons/family-comparisons.tsx';
import { readComparisons } from '../../../features/comparisons/read-comparisons.ts';
import { Divergence } from '../../../features/divergence/divergence.tsx';
import { DiversityTable } from '../../../features/divergence/diversity-table.tsx';
import { readDivergence } from '../../../features/divergence/read-divergence.ts';
import { readDiversity } from '../../../features/divergence/read-diversity.ts';
import { RobustnessTable } from '../../../features/evaluations/robustness-table.tsx';
import { ExperimentHeader } from '../../../features/experiments/experiment-header.tsx';
import { FollowExperiment } from '../../../features/experiments/follow-experiment.tsx';
import { readExperiment } from '../../../features/experiments/read-experiments.ts';
import { isUnderWay } from '../../../features/experiments/status.tsx';
import { DropImage } from '../../../features/images/drop-image.tsx';
import { ImageLinks } from '../../../features/images/image-links.tsx';
import { Masks } from '../../../features/masks/masks.tsx';
import { readMasks } from '../../../features/masks/read-masks.ts';
import { CostChart } from '../../../features/models/cost-chart.tsx';
import { CostTable } from '../../../features/models/cost-table.tsx';
import { costPoints } from '../../../features/models/costs.ts';
import { familyLooks, mostSideBySide, withNeurons } from '../../../features/models/family.ts';
import { Files } from '../../../features/models/files.tsx';
import { Lineage } from '../../../features/models/lineage.tsx';
import { MemberTable } from '../../../features/models/member-table.tsx';
import { TrainingCurves } from '../../../features/models/training-curves.tsx';
import { Atlas } from '../../../features/neurons/atlas.tsx';
import { DistanceNote } from '../../../features/neurons/distance-note.tsx';
import { readAtlas } from '../../../features/neurons/read-atlas.ts';
import { recipeOf } from '../../../features/neurons/recipe-for.ts';
import { Notes } from '../../../features/notes/notes.tsx';
import { readFamilyNotes } from '../../../features/notes/read-notes.ts';
import { orRefusal } from '../../../features/refusals/or-refusal.tsx';
import { plural } from '../../../ui/numbers.ts';
import { ScrollSideways } from '../../../ui/scroll-sideways.tsx';
import { Section } from '../../../ui/section.tsx';
import { SideBySide } from '../../../ui/side-by-side.tsx';

/** A family of hundreds is shown in part, and says so. */
function counted(shown: number, total: number): string {
  return shown < total ? `the first ${shown} of ${total} models` : plural(total, 'model');
}

/** What is added where members are set side by side, and not all of them. */
function onlyFirst(total: number, where: string): string {
  return total > mostSideBySide ? `, ${where} the first ${mostSideBySide}` : '';
}

interface ExperimentPageProps {
  params: Promise<{ id: string }>;
  /** The cursor that the notes shown stand behind. */
  searchParams: Promise<{ notes?: string }>;
}

export default async function ExperimentPage({ params, searchParams }: ExperimentPageProps) {
  const { id } = await params;
  const { notes: after } = await searchParams;
  return orRefusal(async () => {
    const experiment = await readExperiment(decodeURIComponent(id));
    const models = experiment.models.nodes;
    const pictured = withNeurons(models);
    const [atlas, masks, ways, diversity, notes, saved] = await Promise.all([
      readAtlas(pictured.slice(0, mostSideBySide), experiment.visualizedNeurons),
      readMasks(experiment.id, models),
      readDivergence(models.slice(0, mostSideBySide)),
      readDiversity(experiment.id, models),
      readFamilyNotes(experiment.id, after),
      readComparisons(experiment.id, 10),
    ]);
    const looks = familyLooks(models);
    const costs = costPoints(models, experiment.ensembles);
    return (
      <div className="space-y-10">
        <title>{`${experiment.name} · Kindred`}</title>
        {isUnderWay(experiment.status) && <FollowExperiment id={experiment.id} />}
        <ExperimentHeader experiment={experiment} />
        <div className="grid grid-cols-1 gap-10 min-[1760px]:grid-cols-[minmax(0,max-content)_minmax(72rem,1fr)] min-[1760px]:gap-16">
          <Section title="Lineage">
            <ScrollSideways label="Lineage">
              <Lineage models={models} />
            </ScrollSideways>
          </Section>
          <Section
            title="Members"
            aside={
              <>
                {counted(models.length, experiment.models.totalCount)} ·{' '}
                <Link
                  href={`/experiments/${experiment.id}/ensemble`}
                  prefetch={false}
                  className="text-ink underline underline-offset-4"
                >
                  what if these were an ensemble?
                </Link>
              </>
            }
          >
            <MemberTable models={models} ensembles={experiment.ensembles} />
            <Files experiment={experiment.name} models={models} />
          </Section>
        </div>
        {models.some(({ trainingCurve }) => trainingCurve) && (
          <Section
            title="Training"
            aside="training loss, and the learning rate dotted, over the planned steps"
          >
            <TrainingCurves models={models} />
          </Section>
        )}
        <SideBySide>
          {costs.length > 1 && (
            <Section
              title="Accuracy and cost"
              aside="all training that it follows from, the parent’s included"
            >
              <div className="flex flex-wrap items-start gap-x-16 gap-y-3">
                <CostChart points={costs} looks={looks} />
                <details className="min-w-0 text-xs">
                  <summary className="cursor-pointer text-quiet">The same as a table</summary>
                  <CostTable points={costs} />
                </details>
              </div>
            </Section>
          )}
          {experiment.corruptedAccuracies.length > 0 && (
            <Section title="Robustness" aside="on spoiled test images">
              <RobustnessTable experiment={experiment} />
            </Section>
          )}
          {masks && (
            <Section
              title="Masks"
              aside={
                plural(masks.members.length, 'model') + onlyFirst(masks.members.length, 'layer by layer')
              }
            >
              <Masks masks={masks} />
            </Section>
          )}
          <Section title="Images" aside="what its networks look at in one">
            <ImageLinks experiment={experiment} />
            {saved.role !== 'VIEWER' && (
              <DropImage
                experiment={experiment.id}
                seed={experiment.seed}
                models={pictured.map((model) => model.id)}
              />
            )}
          </Section>
        </SideBySide>
        {experiment.visualizedNeurons.length > 0 && (
          <Section
            title="Atlas"
            aside={
              <>
                {plural(pictured.length, 'model') + onlyFirst(pictured.length, 'here')} ·{' '}
                <Link href={atlasAddress(experiment.id)} prefetch={false} className="underline">
                  {plural(experiment.visualizedNeurons.length, 'neuron')}, layer by layer
                </Link>
              </>
            }
          >
            <Atlas experiment={experiment.id} atlas={atlas} looks={looks} />
            <DistanceNote
              distances={atlas.layers.flatMap(({ rows }) => rows.flatMap((row) => row.distances))}
            />
          </Section>
        )}
        {diversity.length > 0 && experiment.visualizedNeurons.length > 0 && (
          <Section title="Diversity" aside="are siblings farther apart than other pairs of the family?">
            <DiversityTable comparisons={diversity} />
          </Section>
        )}
        {ways.length > 0 && experiment.visualizedNeurons.length > 0 && (
          <Section
            title="Divergence"
            aside={`pictures at checkpoints of the tuning${onlyFirst(models.length, 'of')}`}
          >
            <Divergence
              experiment={experiment.id}
              ways={ways}
              looks={looks}
              neurons={experiment.visualizedNeurons}
              recipe={recipeOf(experiment)}
            />
          </Section>
        )}
        <FamilyComparisons experiment={experiment.id} shown={saved} />
        <Notes
          experiment={experiment.id}
          about={experiment.id}
          notes={notes}
          olderAt={(cursor) => `/experiments/${experiment.id}?${new URLSearchParams({ notes: cursor })}`}
        />
      </div>
    );
  });
}
