interface HashMapProps {
  bits: boolean[];
  /** Lit where they differ; null compares with nothing. */
  reference: boolean[] | null;
  columns: number;
  rows: number;
  label: string;
}

/**
 * The bits of a hash as a field of cells: a dark cell is 1. A bit that differs from the reference is lit and carries a
 * dot, so that it is seen without colour too.
 */
export function HashMap({ bits, reference, columns, rows, label }: HashMapProps) {
  // Eight columns are rows of an image; fourteen are values with their bits below each other.
  const place = (bit: number) =>
    rows === 8 ? [bit % 8, Math.floor(bit / 8)] : [Math.floor(bit / rows), bit % rows];
  const cells = (chosen: (bit: number) => boolean) =>
    bits.map((_, bit) => (chosen(bit) ? `M${place(bit).join(' ')}h1v1h-1z` : '')).join('');
  const dots = (chosen: (bit: number) => boolean) =>
    bits
      .map((_, bit) => (chosen(bit) ? `M${place(bit)[0]! + 0.35} ${place(bit)[1]! + 0.35}h.3v.3h-.3z` : ''))
      .join('');
  const lit = (bit: number) => reference !== null && reference[bit] !== bits[bit];
  return (
    <svg
      viewBox={`-0.06 -0.06 ${columns + 0.12} ${rows + 0.12}`}
      width={columns === 8 ? 88 : 112}
      height={columns === 8 ? 88 : 24}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={columns} height={rows} fill="none" stroke="var(--color-rule)" strokeWidth="0.12" />
      <path
        d={cells((bit) => bits[bit]! && !lit(bit))}
        fill="color-mix(in oklab, var(--color-ink) 62%, var(--color-paper))"
      />
      <path d={cells((bit) => bits[bit]! && lit(bit))} fill="var(--color-accent)" />
      <path
        d={cells((bit) => !bits[bit]! && lit(bit))}
        fill="color-mix(in oklab, var(--color-accent) 22%, var(--color-paper))"
      />
      <path d={dots((bit) => bits[bit]! && lit(bit))} fill="var(--color-paper)" />
      <path d={dots((bit) => !bits[bit]! && lit(bit))} fill="var(--color-accent)" />
    </svg>
  );
}
