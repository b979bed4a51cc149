import { type ReactNode, useId } from 'react';

interface PopoverProps {
  /** Of the button that opens it. */
  words: string;
  onClose?: () => void;
  children: ReactNode;
}

/** A small button, and what it opens below itself. Escape, or a press elsewhere, closes it. */
export function Popover({ words, onClose, children }: PopoverProps) {
  const id = useId();
  return (
    <div className="text-xs" data-not-in-site>
      <button
        type="button"
        popoverTarget={id}
        className="cursor-pointer whitespace-nowrap border border-rule px-2 py-0.5 text-ink hover:border-ink"
      >
        {words}
      </button>
      <div
        id={id}
        popover="auto"
        onToggle={({ newState }) => newState === 'closed' && onClose?.()}
        className="inset-auto m-0 mt-1 max-w-[calc(100vw-2rem)] border border-ink bg-paper p-3 text-ink [position-area:bottom_span-left] [position-try-fallbacks:flip-inline]"
      >
        {children}
      </div>
    </div>
  );
}
