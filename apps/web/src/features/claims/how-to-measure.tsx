/** How to get numbers that the paper's can be compared with. */
export function HowToMeasure() {
  return (
    <p className="max-w-prose text-quiet text-sm">
      <code className="font-mono text-ink text-sm">npm run tables</code> trains every ensemble of Tables I and
      II on Fashion-MNIST, 18 minutes on two cores;{' '}
      <code className="font-mono text-ink text-sm">npm run tables -- --preset paper --data cifar10</code> does
      it in the paper’s own setting, for a GPU. What is measured then stands here beside what is printed.
    </p>
  );
}
