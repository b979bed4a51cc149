import type { ModelLook } from './family.ts';

const shapes: Record<ModelLook['shape'], string> = {
  full: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  'left half': 'M6 1a5 5 0 0 0 0 10z',
  'right half': 'M6 1a5 5 0 0 1 0 10z',
  ring: 'M4 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
};

/** ● parent, ◐ and ◑ siblings of complementary masks, ◌ snapshot. Always beside a name, so hidden from readers. */
export function ModelMark({ look, size = 12 }: { look: ModelLook; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" className="shrink-0">
      <MarkPaths look={look} />
    </svg>
  );
}

/** The mark's paths in a square of 12 units. */
export function MarkPaths({ look: { color, shape } }: { look: ModelLook }) {
  return (
    <>
      <circle cx="6" cy="6" r="5" fill="var(--color-paper)" stroke={color} strokeWidth="1.25" />
      <path d={shapes[shape]} fill={color} />
    </>
  );
}
