interface ReadingProps {
  /** Whether the page's heading stands below the way back to what it is in; default no. */
  within?: boolean;
}

/** Holds the place of a page that is being read: its heading, and sections below it. */
export function Reading({ within = false }: ReadingProps) {
  return (
    <>
      <p role="status" className="sr-only">
        Reading…
      </p>
      <div aria-busy="true" className="animate-pulse space-y-10 motion-reduce:animate-none">
        <div className="border-rule border-t pt-6">
          {within && <Bar className="mb-2.5 w-40 text-sm" />}
          <Bar className={within ? 'w-60 text-xl sm:text-2xl' : 'w-80 text-2xl leading-tight sm:text-3xl'} />
          <Bar className="mt-3 w-168 text-sm" />
        </div>
        <div className="grid grid-cols-1 gap-10 min-[1760px]:grid-cols-2 min-[1760px]:gap-16">
          <Place />
          <Place />
        </div>
        <Place />
      </div>
    </>
  );
}

/** A line of text as tall as its letters would be. */
function Bar({ className }: { className: string }) {
  return <div className={`h-[1lh] max-w-full bg-rule bg-clip-content py-[0.15em] ${className}`} />;
}

function Place() {
  return (
    <div className="border-rule border-t pt-3">
      <Bar className="mb-4 w-24 text-sm" />
      <div className="h-56 bg-rule/40" />
    </div>
  );
}
