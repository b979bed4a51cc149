interface RefusalProps {
  /** What was refused and why; nothing is shown without one. */
  children: string | undefined;
  className?: string;
}

/** Read aloud as soon as it is there. */
export function Refusal({ children, className = '' }: RefusalProps) {
  return (
    children && (
      <span role="alert" className={`text-accent ${className}`}>
        {children}
      </span>
    )
  );
}
