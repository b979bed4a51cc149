const words: [term: string, meaning: string][] = [
  [
    'weights kept',
    'of the weights that pruning may remove: all convolutions, not classifier, norms and biases',
  ],
  [
    'dead filters',
    'filters that have no weight left, or that no kept weight reads; whole filters are what structured pruning removes',
  ],
  ['of the ticket', 'share of the weights that the lottery ticket keeps and this model keeps too'],
  [
    'complements',
    'each weight of each layer is kept by exactly one of the two: both and neither are 0 throughout',
  ],
  [
    'distance',
    'Cartesian: the square root of the number of weights that one keeps and the other prunes; the square root of all for complements',
  ],
];

/** What each number of the masks means. */
export function MaskWords() {
  return (
    <details className="mt-4 text-quiet text-xs">
      <summary className="cursor-pointer">What these numbers mean</summary>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {words.map(([term, meaning]) => (
          <div key={term} className="contents">
            <dt className="text-ink">{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
