import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Select } from '../../kit/field.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import type { Box } from './box.ts';
import { BoxNumbers } from './box-numbers.tsx';
import { PageBoard } from './page-board.tsx';
import type { Scan } from './use-scan.ts';

export type PageBox = Box & { readonly page: number };
type Drawn = { readonly key: string; readonly name: string; readonly box: PageBox };

type ScanBoardProps = {
  readonly pages: Scan['plainPages'];
  readonly boxes: readonly Drawn[];
  readonly covers?: boolean;
  /** A new box; what comes back is its key. */
  readonly onDraw: (box: PageBox) => string;
  readonly onChange: (key: string, box: PageBox) => void;
  readonly onRemove: (key: string) => void;
};

/** Where a box begins that is not drawn by hand. */
const A_BOX: Box = { x: 100, y: 100, width: 800, height: 150 };

/** The pages of a scan, one at a time, with boxes to draw, move and set in numbers. */
export function ScanBoard({ pages, boxes, covers = false, onDraw, onChange, onRemove }: ScanBoardProps) {
  const { scan } = useConsole().words.after;
  const { number } = useSpeech();
  const [page, setPage] = useState(boxes[0]?.box.page ?? 1);
  const [chosen, choose] = useState<string>();
  const [wanted, wantFocus] = useState<string>();
  const around = useRef<HTMLDivElement>(null);
  const picture = pages.find((one) => one.page === page);
  const selected = boxes.find(({ key }) => key === chosen);

  useEffect(() => {
    if (wanted === undefined) return;
    const sought = wanted === '' ? '.new-box button' : `[data-box="${CSS.escape(wanted)}"]`;
    around.current?.querySelector<HTMLElement>(sought)?.focus();
    wantFocus(undefined);
  }, [wanted]);

  const draw = (box: Box) => {
    const key = onDraw({ ...box, page });
    choose(key);
    wantFocus(key);
  };
  const remove = (key: string) => {
    onRemove(key);
    wantFocus('');
  };

  if (!picture) return null;
  return (
    <div ref={around}>
      {pages.length > 1 && (
        <Select
          name="shown-page"
          label={scan.title}
          value={String(page)}
          onChoose={(value) => value && setPage(Number(value))}
          choices={pages.map((one) => ({ value: String(one.page), label: scan.page(number(one.page)) }))}
        />
      )}
      <p class="hint">{scan.boardHint}</p>
      <p class="new-box">
        <Button kind="quiet" onClick={() => draw(A_BOX)}>
          {scan.newBox}
        </Button>
      </p>
      <PageBoard
        picture={picture}
        alt={scan.page(number(page))}
        boxes={boxes.filter(({ box }) => box.page === page)}
        {...{ covers, chosen }}
        onChoose={choose}
        onDraw={draw}
        onChange={(key, box) => onChange(key, { ...box, page })}
        onRemove={remove}
      />
      {selected && (
        <BoxNumbers
          id={`numbers-${selected.key}`}
          name={selected.name}
          box={selected.box}
          onChange={(box) => onChange(selected.key, { ...box, page: selected.box.page })}
          onRemove={() => remove(selected.key)}
        />
      )}
    </div>
  );
}
