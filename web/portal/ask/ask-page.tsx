import { useState } from 'preact/hooks';
import type { submitRequest } from '../../../contract/citizen/submission.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { navigate } from '../../kit/router.ts';
import { useSpeech } from '../../kit/speech.ts';
import { usePortal } from '../portal.ts';
import { CheckStep } from './check-step.tsx';
import { ContactStep } from './contact-step.tsx';
import { DonePage } from './done-page.tsx';
import { addToDraft, changeDocuments, forgetDraft, readDraft } from './draft.ts';
import type { StepProps } from './step-props.ts';
import { WhatStep } from './what-step.tsx';
import { WhomStep } from './whom-step.tsx';
import { YouStep } from './you-step.tsx';

const STEPS = ['whom', 'what', 'contact', 'you', 'check'] as const;
type StepName = (typeof STEPS)[number];

/** Five short steps, each with its own address, so that Back goes back. The answers live as long as the tab. */
export function AskPage({ step }: { step: string }) {
  const { words, base, city } = usePortal();
  const { number } = useSpeech();
  const [draft, setDraft] = useState(() => readDraft(city.id));
  const [submitted, setSubmitted] = useState<ReplyOf<typeof submitRequest>>();
  if (submitted) return <DonePage submitted={submitted} />;

  const now = isStep(step) ? step : 'whom';
  const index = STEPS.indexOf(now);
  const goTo = (next: StepName | undefined) => navigate(`${base}/ask/${next ?? 'check'}`);
  const keep = (data: FormData) => void addToDraft(city.id, readDraft(city.id), data);
  const save = (data: FormData) => {
    setDraft(addToDraft(city.id, draft, data));
    goTo(STEPS[index + 1]);
  };
  const steps: StepProps = {
    ...{ draft, keep, save },
    changeDocuments: (change) => setDraft(changeDocuments(city.id, change)),
  };
  const finish = (reply: ReplyOf<typeof submitRequest>) => {
    forgetDraft(city.id);
    navigate(`${base}/ask/done`, { replace: true });
    setSubmitted(reply);
  };
  const titles: Record<StepName, string> = {
    ...{ whom: words.ask.whom, what: words.ask.what, you: words.ask.you },
    ...{ contact: words.ask.contact, check: words.ask.check },
  };
  const pages: Record<StepName, () => preact.JSX.Element> = {
    whom: () => <WhomStep {...steps} />,
    what: () => <WhatStep {...steps} />,
    you: () => <YouStep {...steps} />,
    contact: () => <ContactStep done={() => goTo('you')} />,
    check: () => <CheckStep draft={draft} finish={finish} />,
  };
  const before = STEPS[index - 1];
  return (
    <>
      <p class="hint">{words.ask.step(number(index + 1), number(STEPS.length))}</p>
      <PageTitle title={titles[now]} />
      {pages[now]()}
      <p class="back">
        <a href={before ? `${base}/ask/${before}` : base}>{words.ask.back}</a>
      </p>
    </>
  );
}

const isStep = (text: string): text is StepName => STEPS.some((step) => step === text);
