import { useState } from 'preact/hooks';
import { BLACKOUT_REASONS } from '../../../domain/scan.ts';
import { Button } from '../../kit/button.tsx';
import { Select } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import type { PartProps } from './part-props.ts';
import { type PageBox, ScanBoard } from './scan-board.tsx';
import type { Scan } from './use-scan.ts';

type Reason = (typeof BLACKOUT_REASONS)[number];
type Cover = { readonly key: string; readonly box: PageBox; readonly reason: Reason };

/** As they are in force; the reason of a new one is the one that is needed most. */
const inForce = ({ blackouts }: Scan): Cover[] =>
  blackouts.map(({ page, x, y, width, height, reason }, index) => ({
    key: `cover-${index}`,
    box: { page, x, y, width, height },
    reason,
  }));

/** Parts that citizens must not see. Nothing is covered or uncovered before it is saved, and what was saved can be uncovered. */
export function Blackouts({ scan, put, told }: PartProps) {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const { scan: say } = words.after;
  const [covers, setCovers] = useState(() => inForce(scan));
  const [isChanged, setIsChanged] = useState(false);
  const change = (next: (before: Cover[]) => Cover[]) => {
    setCovers(next);
    setIsChanged(true);
  };
  const changeOne = (key: string, changed: Partial<Cover>) =>
    change((before) => before.map((cover) => (cover.key === key ? { ...cover, ...changed } : cover)));
  const draw = (box: PageBox): string => {
    const key = `cover-new-${covers.length}-${box.x}-${box.y}-${Date.now()}`;
    change((before) => [...before, { key, box, reason: 'other-person' }]);
    return key;
  };
  const send = () =>
    call('redact-scan', {
      params: { document: scan.id },
      body: {
        edition: scan.edition,
        blackouts: covers.map(({ box: { page, x, y, width, height }, reason }) => ({
          ...{ page, x, y, width, height, reason },
        })),
      },
    });
  const done = (changed: Scan) => {
    setIsChanged(false);
    put(changed);
    told();
  };
  const nameOf = ({ reason }: Cover, index: number) => `${number(index + 1)} · ${say.reasons[reason]}`;

  return (
    <>
      <p class="hint">{say.blackoutHint}</p>
      <ScanBoard
        pages={scan.plainPages}
        boxes={covers.map((cover, index) => ({ key: cover.key, box: cover.box, name: nameOf(cover, index) }))}
        covers
        onDraw={draw}
        onChange={(key, box) => changeOne(key, { box })}
        onRemove={(key) => change((before) => before.filter((cover) => cover.key !== key))}
      />
      <Form send={send} done={done} label={say.saveBlackouts}>
        {covers.length === 0 && <p>{say.noBlackouts}</p>}
        {covers.map((cover, index) => (
          <Select
            key={cover.key}
            name={`blackouts.${index}.reason`}
            label={`${say.reason} · ${number(index + 1)}`}
            value={cover.reason}
            choices={BLACKOUT_REASONS.map((reason) => ({ value: reason, label: say.reasons[reason] }))}
            onChoose={(chosen) =>
              changeOne(cover.key, { reason: BLACKOUT_REASONS.find((one) => one === chosen) ?? 'other-person' })
            }
          />
        ))}
      </Form>
      {isChanged && (
        <p>
          <Button
            kind="quiet"
            onClick={() => {
              setCovers(inForce(scan));
              setIsChanged(false);
            }}
          >
            {say.undo}
          </Button>
        </p>
      )}
    </>
  );
}
