import { useRef, useState } from 'preact/hooks';
import './page-board.css';
import { type Box, between, byKey, isDrawn, movedBy, type Point } from './box.ts';

/** A box on a page, and what it is called. */
export type NamedBox = { readonly key: string; readonly name: string; readonly box: Box };

type PageBoardProps = {
  readonly picture: { readonly url: string; readonly width: number; readonly height: number };
  readonly alt: string;
  readonly boxes: readonly NamedBox[];
  /** Boxes that hide what is below them. */
  readonly covers?: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onDraw: (box: Box) => void;
  readonly onChange: (key: string, box: Box) => void;
  readonly onRemove: (key: string) => void;
};

type Grip = { readonly from: Point; readonly held?: NamedBox; readonly corner: boolean };

/**
 * The picture of a page on which boxes are drawn and moved, with a pointer or by keyboard. It is always laid out from left to
 * right, as pictures are.
 */
export function PageBoard({ picture, alt, boxes, covers = false, ...told }: PageBoardProps) {
  const board = useRef<HTMLDivElement>(null);
  const [grip, setGrip] = useState<Grip>();
  const [drawing, setDrawing] = useState<Box>();

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = board.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const thousandths = (part: number) => Math.min(Math.max(Math.round(part * 1000), 0), 1000);
    return { x: thousandths((clientX - left) / width), y: thousandths((clientY - top) / height) };
  };
  const take = (event: PointerEvent, held?: NamedBox) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    board.current?.setPointerCapture(event.pointerId);
    const corner = event.target instanceof Element && event.target.classList.contains('corner');
    setGrip({ from: pointOf(event), corner, ...(held && { held }) });
    if (held) told.onChoose(held.key);
  };
  const drag = (event: PointerEvent) => {
    if (!grip) return;
    const to = pointOf(event);
    const { from, held, corner } = grip;
    if (!held) setDrawing(between(from, to));
    else if (corner) told.onChange(held.key, between(held.box, to));
    else told.onChange(held.key, movedBy(held.box, to.x - from.x, to.y - from.y));
  };
  const release = () => {
    if (drawing && isDrawn(drawing)) told.onDraw(drawing);
    setDrawing(undefined);
    setGrip(undefined);
  };
  const press = (event: KeyboardEvent, { key, box }: NamedBox) => {
    const changed = byKey(box, event);
    if (changed) told.onChange(key, changed);
    else if (event.key === 'Delete' || event.key === 'Backspace') told.onRemove(key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      class={covers ? 'board board-covers' : 'board'}
      dir="ltr"
      ref={board}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <img src={picture.url} alt={alt} width={picture.width} height={picture.height} draggable={false} />
      {boxes.map((named) => (
        <button
          key={named.key}
          type="button"
          class="box"
          data-box={named.key}
          style={placeOf(named.box)}
          aria-pressed={told.chosen === named.key}
          onPointerDown={(event) => take(event, named)}
          onFocus={() => told.onChoose(named.key)}
          onKeyDown={(event) => press(event, named)}
        >
          <span class="box-name">{named.name}</span>
          <span class="corner" />
        </button>
      ))}
      {drawing && <div class="box" style={placeOf(drawing)} />}
    </div>
  );
}

const placeOf = ({ x, y, width, height }: Box) => ({
  insetInlineStart: `${x / 10}%`,
  insetBlockStart: `${y / 10}%`,
  inlineSize: `${width / 10}%`,
  blockSize: `${height / 10}%`,
});
