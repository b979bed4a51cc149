import { FollowExperiment } from '../../../../../features/experiments/follow-experiment.tsx';
import { AgreementTable } from '../../../../../features/images/agreement-table.tsx';
import { Grids } from '../../../../../features/images/grids.tsx';
import { ImageHeader } from '../../../../../features/images/image-header.tsx';
import { type ImageView, usualView } from '../../../../../features/images/image-view.ts';
import { readImage } from '../../../../../features/images/read-image.ts';
import { Saliency } from '../../../../../features/images/saliency.tsx';
import { ReferenceLinks } from '../../../../../features/images/view-links.tsx';
import { familyLooks } from '../../../../../features/models/family.ts';
import { orRefusal } from '../../../../../features/refusals/or-refusal.tsx';
import { Section } from '../../../../../ui/section.tsx';

interface ImagePageProps {
  params: Promise<{ id: string; index: string }>;
  searchParams: Promise<Partial<ImageView> & { saved?: string }>;
}

export default async function ImagePage({ params, searchParams }: ImagePageProps) {
  const { id, index } = await params;
  const { saved, ...said } = await searchParams;
  const view = { ...usualView, ...said };
  return orRefusal(async () => {
    const page = await readImage(decodeURIComponent(id), decodeURIComponent(index), view);
    const { family, members } = page;
    const looks = familyLooks(family.models.nodes);
    const waiting = members.some(({ map, grid }) => [map?.status, grid?.status].includes('QUEUED'));
    return (
      <div className="space-y-10">
        <title>{`${page.own?.name ?? `Image ${page.index}`} · ${family.name} · Kindred`}</title>
        {waiting && <FollowExperiment id={family.id} />}
        <ImageHeader page={page} saved={saved} />
        <Section title="Saliency" aside="how much the score depends on each pixel: white the most">
          <Saliency page={page} looks={looks} />
        </Section>
        <Section title="Agreement" aside={<ReferenceLinks page={page} />}>
          <AgreementTable page={page} looks={looks} />
        </Section>
        <Section title="Activation grids" aside="what the layer says of each part of the image, as pictures">
          <Grids page={page} looks={looks} />
        </Section>
      </div>
    );
  });
}
