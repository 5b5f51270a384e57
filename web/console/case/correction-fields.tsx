import type * as z from 'zod/mini';
import type { correctRequest } from '../../../contract/staff/correction.ts';
import { CONTACT_KINDS } from '../../../domain/party.ts';
import { RESULTS, SHORTENED_BY } from '../../../domain/results.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field, Select, TextArea } from '../../kit/field.tsx';
import { optionalText, textOf } from '../../kit/form.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { topicChoices } from '../../kit/topic-choices.ts';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { useCase } from './open-case.ts';

type Correction = z.input<typeof correctRequest.body>;

/** The fields of the fact that is wrong. */
export function CorrectionFields({ field }: { field: string }) {
  const { words, city } = useConsole();
  const { correction: say, outcome } = words.after;
  switch (field) {
    case 'topic':
      return <TopicField />;
    case 'urgent':
      return <Choices name="urgent" legend={say.fields.urgent} items={itemsOf(say.urgent)} />;
    case 'language':
      return <Choices name="language" legend={say.fields.language} items={itemsOf(say.languages)} />;
    case 'outcome':
      return (
        <>
          <Choices name="result" legend={words.forms.result} items={itemsOf(outcome.results)} />
          <Choices name="because" legend={outcome.because} items={itemsOf(outcome.reasons)} optional />
          <TextArea name="comment" label={words.forms.comment} most={4000} optional />
        </>
      );
    case 'order':
      return <OrderFields />;
    case 'name':
      return (
        <>
          <PartyField />
          <Field name="name" label={say.name} />
        </>
      );
    case 'identity':
      return (
        <>
          <PartyField />
          <Select
            name="identity.kind"
            label={say.identityKind}
            choices={city.idKinds.map(({ id, label }) => ({ value: id, label }))}
          />
          <Field name="identity.value" label={say.identity} direction="ltr" size={18} />
        </>
      );
    default:
      return (
        <>
          <PartyField />
          <Select
            name="contact.kind"
            label={say.contactKind}
            choices={Object.entries(say.contactKinds).map(([value, label]) => ({ value, label }))}
          />
          <Field name="contact.value" label={say.contact} />
        </>
      );
  }
}

const itemsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

function TopicField() {
  const { words, ask } = useConsole();
  const topics = useAnswer(() => ask('list-topics', {}), [ask]);
  const listed = topics.answer?.agreed ? topics.answer.value.topics : [];
  return <Select name="topic" label={words.case.topic} choices={topicChoices(listed)} />;
}

function OrderFields() {
  const { words } = useConsole();
  const { number } = useSpeech();
  const { request } = useCase();
  const orders = request.orders.map((order) => ({
    value: String(order.number),
    label: `${words.kit.orderNumber(number(order.number))}: ${order.text.slice(0, 60)}`,
  }));
  return (
    <>
      <Select name="order" label={words.after.correction.order} choices={orders} />
      <TextArea name="text" label={words.forms.orderText} most={4000} rows={3} optional />
      <OfficeDaySelect name="dueOn" label={words.forms.dueOn} optional />
    </>
  );
}

function PartyField() {
  const { words } = useConsole();
  const { parties } = useCase();
  const current = parties.filter(({ until }) => until === undefined);
  return (
    <Select
      name="party"
      label={words.after.correction.party}
      value={String(current[0]?.number ?? '')}
      choices={current.map(({ number, name }) => ({ value: String(number), label: name }))}
    />
  );
}

/** The correction that the form holds. */
export const correctionOf = (field: string, data: FormData): Correction => {
  const reason = textOf(data, 'reason');
  const party = Number(textOf(data, 'party'));
  const comment = optionalText(data, 'comment');
  const because = SHORTENED_BY.find((one) => one === textOf(data, 'because'));
  const [text, dueOn] = [optionalText(data, 'text'), optionalText(data, 'dueOn')];
  switch (field) {
    case 'topic':
      return { field, reason, topic: textOf(data, 'topic') };
    case 'urgent':
      return { field, reason, urgent: textOf(data, 'urgent') === 'yes' };
    case 'language':
      return { field, reason, language: textOf(data, 'language') };
    case 'outcome': {
      const result = RESULTS.find((one) => one === textOf(data, 'result')) ?? 'met';
      return { field, reason, result, ...(because && { because }), ...(comment && { comment }) };
    }
    case 'order':
      return { field, reason, order: Number(textOf(data, 'order')), ...(text && { text }), ...(dueOn && { dueOn }) };
    case 'name':
      return { field, reason, party, name: textOf(data, 'name') };
    case 'identity': {
      const identity = { kind: textOf(data, 'identity.kind'), value: textOf(data, 'identity.value') };
      return { field, reason, party, identity };
    }
    default: {
      const kind = CONTACT_KINDS.find((one) => one === textOf(data, 'contact.kind')) ?? 'mobile';
      return { field: 'contacts', reason, party, contacts: [{ kind, value: textOf(data, 'contact.value') }] };
    }
  }
};
