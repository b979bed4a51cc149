import type { ReactNode } from 'react';

/** `maxLearningRate` as people say it: `max learning rate`. */
export function labelOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A description with what stands between backticks set apart. */
export function withCode(text: string): ReactNode[] {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts keep their order.
      <code key={index} className="font-mono text-[0.95em]">
        {part}
      </code>
    ),
  );
}
