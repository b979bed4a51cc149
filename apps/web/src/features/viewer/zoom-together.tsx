'use client';

import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { PlainButton } from '../../ui/plain-button.tsx';
import { type Point, placeInFrame } from './place-in-frame.ts';
import { panned, whole, type Zoom, zoomed } from './zoom.ts';

const middle: Point = [0.5, 0.5];
/** Of a press of a key or a button. */
const factor = 1.5;
const step = 0.1;

const keys: Record<string, (zoom: Zoom) => Zoom> = {
  '+': (zoom) => zoomed(zoom, factor, middle),
  '=': (zoom) => zoomed(zoom, factor, middle),
  '-': (zoom) => zoomed(zoom, 1 / factor, middle),
  '0': () => whole,
  ArrowLeft: (zoom) => panned(zoom, [step, 0]),
  ArrowRight: (zoom) => panned(zoom, [-step, 0]),
  ArrowUp: (zoom) => panned(zoom, [0, step]),
  ArrowDown: (zoom) => panned(zoom, [0, -step]),
};

/** Enlarges and moves all the frames within as one: by wheel, pinch and drag, by keys, and by buttons. */
export function ZoomTogether({ children }: { children: ReactNode }) {
  const [zoom, setZoom] = useState(whole);
  const element = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, Point>());

  // React listens to wheels passively: the page would scroll, or be enlarged, as well.
  useEffect(() => {
    const frames = element.current!;
    const turn = (event: WheelEvent) => {
      const at = placeInFrame(event);
      // The page's own wheel, until somebody has turned to the pictures.
      if (!at || !(event.ctrlKey || event.metaKey || frames.contains(document.activeElement))) return;
      event.preventDefault();
      setZoom((now) => zoomed(now, 2 ** (-event.deltaY / 200), at));
    };
    frames.addEventListener('wheel', turn, { passive: false });
    return () => frames.removeEventListener('wheel', turn);
  }, []);

  function press(event: PointerEvent) {
    const at = placeInFrame(event);
    if (!at) return;
    // Else a drag that leaves its frame would go on in the next one, from another place.
    (event.target as Element).setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, at);
  }
  function drag(event: PointerEvent) {
    const from = pointers.current.get(event.pointerId);
    const to = placeInFrame(event);
    if (!from || !to) return;
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, to);
    if (!other) return setZoom((now) => panned(now, way(from, to)));
    // What was under each finger stays there.
    const [before, after] = [between(from, other), between(to, other)];
    const factor = distance(to, other) / distance(from, other);
    setZoom((now) => panned(zoomed(now, factor, before), way(before, after)));
  }
  const release = (event: PointerEvent) => void pointers.current.delete(event.pointerId);
  function type(event: KeyboardEvent) {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target !== element.current) return;
    if (zoom.scale === 1 && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    setZoom(act);
  }
  return (
    <div>
      <p className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-quiet text-xs" data-not-in-site>
        <PlainButton onClick={() => setZoom(keys['+']!)}>enlarge</PlainButton>
        <PlainButton disabled={zoom.scale === 1} onClick={() => setZoom(keys['-']!)}>
          reduce
        </PlainButton>
        <PlainButton disabled={zoom.scale === 1} onClick={() => setZoom(whole)}>
          whole
        </PlainButton>
        <output aria-label="Enlarged">{zoom.scale.toFixed(1)} ×</output>
        <span>drag, pinch, wheel; keys + − 0 and arrows</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of pictures is no part of a form. */}
      <div
        ref={element}
        role="group"
        aria-label="Pictures, enlarged together"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys enlarge and move what is focused.
        tabIndex={0}
        // Then the arrow keys are the page's own.
        data-whole={zoom.scale === 1 || undefined}
        onPointerDown={press}
        onPointerMove={drag}
        onLostPointerCapture={release}
        onKeyDown={type}
        onDragStart={(event) => event.preventDefault()}
        className={zoom.scale === 1 ? '' : 'cursor-grab'}
        style={
          {
            '--zoom': zoom.scale,
            '--zoom-x': `${100 * zoom.x}%`,
            '--zoom-y': `${100 * zoom.y}%`,
            '--zoom-touch': zoom.scale === 1 ? 'pan-y' : 'none',
          } as CSSProperties
        }
      >
        {children}
      </div>
    </div>
  );
}

const distance = (a: Point, b: Point): number => Math.max(0.01, Math.hypot(a[0] - b[0], a[1] - b[1]));
const way = (from: Point, to: Point): Point => [to[0] - from[0], to[1] - from[1]];
const between = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
