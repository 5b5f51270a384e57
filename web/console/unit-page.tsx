import type { ComponentChildren } from 'preact';
import type { Answered } from '../api/client.ts';
import { PageTitle } from '../kit/layout.tsx';
import { useQuery } from '../kit/router.ts';
import { Empty } from '../kit/states.tsx';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { UnitSelect, useMyUnits } from './my-units.tsx';

/** A page about one of the units that this person may look into, at first their own; the choice stays in the address. */
export function UnitPage({ title, children }: { title: string; children: (unit: string) => ComponentChildren }) {
  const [{ unit: chosen }, change] = useQuery();
  const { asked, units, unit: own } = useMyUnits();
  const unit = chosen ?? own;
  return (
    <>
      <PageTitle title={title} />
      <Loaded from={asked}>
        {() => (
          <>
            <UnitSelect units={units} unit={unit} choose={(id) => change({ unit: id })} />
            {unit && children(unit)}
          </>
        )}
      </Loaded>
    </>
  );
}

type UnitListProps<Item> = {
  readonly title: string;
  /** What it means that there is nothing. */
  readonly none: string;
  readonly ask: (unit: string) => Promise<Answered<{ readonly items: readonly Item[] }>>;
  /** One entry; `again` asks for the list anew. */
  readonly children: (item: Item, again: () => void) => ComponentChildren;
};

/** What lies with a unit, one under the other. */
export function UnitList<Item>({ title, children, ...list }: UnitListProps<Item>) {
  return (
    <UnitPage title={title}>
      {(unit) => (
        <OfUnit key={unit} unit={unit} {...list}>
          {children}
        </OfUnit>
      )}
    </UnitPage>
  );
}

function OfUnit<Item>({ unit, none, ask, children }: Omit<UnitListProps<Item>, 'title'> & { unit: string }) {
  const listed = useAnswer(() => ask(unit), [unit]);
  return (
    <Loaded from={listed}>
      {({ items }) => (items.length === 0 ? <Empty>{none}</Empty> : items.map((item) => children(item, listed.again)))}
    </Loaded>
  );
}
