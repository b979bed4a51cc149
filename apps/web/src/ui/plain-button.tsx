import type { ReactNode } from 'react';

/** Looks like a link within text. */
export function PlainButton({
  onClick,
  disabled,
  label,
  children,
}: {
  onClick: () => void;
  disabled?: boolean;
  /** Where the words alone don't tell what it is about. */
  label?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="cursor-pointer text-quiet underline decoration-dotted hover:text-accent disabled:opacity-50"
    >
      {children}
    </button>
  );
}
