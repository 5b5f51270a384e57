import { Button } from '../../kit/button.tsx';
import { useConsole } from '../console.ts';
import { useFigures } from '../short-fields.tsx';
import { type Box, onPage } from './box.ts';

const SIDES = ['x', 'y', 'width', 'height'] as const;
type Side = (typeof SIDES)[number];

type BoxNumbersProps = {
  readonly id: string;
  readonly name: string;
  readonly box: Box;
  readonly onChange: (box: Box) => void;
  readonly onRemove: () => void;
};

/** The place of a box as four numbers, for whoever cannot or would rather not draw. */
export function BoxNumbers({ id, name, box, onChange, onRemove }: BoxNumbersProps) {
  const { scan, remove } = useConsole().words.after;
  const figures = useFigures();
  return (
    <fieldset class="field">
      <legend>{scan.box(name)}</legend>
      <p class="hint">{scan.numbers}</p>
      <div class="numbers">
        {SIDES.map((side) => (
          <div key={side}>
            <label for={`${id}-${side}`}>{scan[side]}</label>
            <input
              id={`${id}-${side}`}
              type="text"
              inputMode="numeric"
              dir="ltr"
              value={figures(String(box[side]))}
              onChange={({ currentTarget }) => onChange(withNumber(box, side, currentTarget.value))}
            />
          </div>
        ))}
      </div>
      <p>
        <Button kind="quiet" onClick={onRemove}>
          {remove}
        </Button>
      </p>
    </fieldset>
  );
}

/** What is no number changes nothing; Persian digits are numbers too. */
const withNumber = (box: Box, side: Side, typed: string): Box => {
  const latin = typed.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
  const number = Number.parseInt(latin, 10);
  return Number.isNaN(number) ? { ...box } : onPage({ ...box, [side]: number });
};
