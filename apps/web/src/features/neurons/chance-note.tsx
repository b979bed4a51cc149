/** What the letters count, and what a distance can't say where there are no pictures by another seed. */
export function ChanceNote() {
  return (
    <p className="mt-4 max-w-prose text-quiet text-xs">
      A, P, D, W: unequal bits of 64 in the average, perceptual, difference and wavelet hash; C: of 42 in the
      colour hash; percent: the share of unequal bits, averaged over the five. Unrelated pictures lie at
      chance, about 32 of 64 bits (A 31.9 ± 5.5, P 31.4 ± 4.3, D 31.9 ± 4.3, W 32.0 ± 5.3 between images of
      1/f noise). A distance near that says only that two pictures are as unlike as any two; how far a neuron
      lies from itself by another seed isn’t known here. A dash: a picture is missing, or the neuron stayed
      silent (activation 0) and its picture is still the start image.
    </p>
  );
}
