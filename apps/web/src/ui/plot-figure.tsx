import { type PlotOptions, plot } from '@observablehq/plot';
import { Drawing, type DrawnElement } from './drawing.ts';

interface PlotFigureProps {
  /** What is drawn, told to those who don't see it. */
  label: string;
  /** Marks, scales and axes; `width` and `height` are those that the letters have their size at. */
  options: PlotOptions;
}

/** A chart of Observable Plot as an SVG that takes the width it is given: the same on the server, where no script follows it, and in a browser. */
export function PlotFigure({ label, options }: PlotFigureProps) {
  const document = new Drawing() as unknown as Document;
  const svg = plot({ ...options, figure: false, document }) as unknown as DrawnElement;
  return svg.toReact({
    role: 'img',
    'aria-label': label,
    className: 'block h-auto w-full font-sans text-[11px] text-quiet',
  });
}
