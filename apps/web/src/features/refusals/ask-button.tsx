interface AskButtonProps {
  words: string;
  /** Whether it was pressed and the answer isn't there. */
  pending: boolean;
  /** Default: it sends the form that it is in. */
  onClick?: () => void;
  /** For who can't see what is around it; default the words. */
  label?: string;
}

/** A button that asks something of the API. */
export function AskButton({ words, pending, onClick, label }: AskButtonProps) {
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      onClick={onClick}
      disabled={pending}
      aria-label={label}
      className="border border-ink px-3 py-1 text-ink text-sm hover:bg-ink hover:text-paper disabled:opacity-50"
    >
      {pending ? 'asking…' : words}
    </button>
  );
}
