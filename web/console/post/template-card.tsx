import { Button } from '../../kit/button.tsx';
import { Field, Select } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { useFigures } from '../short-fields.tsx';
import { Unfold } from '../unfold.tsx';
import { ActReport, useAct } from '../use-act.tsx';
import { weekdayName } from '../weekdays.ts';
import { writeBreaks } from './breaks.ts';
import type { Template } from './listed-template.ts';
import { templateBody } from './template-body.ts';
import { TemplateForm } from './template-form.tsx';

type TemplateProps = {
  readonly unit: string;
  readonly template: Template;
  readonly changed: (says: string) => void;
};

/** One template: its rule, its days ahead, and what may be done about it. */
export function TemplateCard({ unit, template, changed }: TemplateProps) {
  const { words, language, call, me } = useConsole();
  const venues = useAnswer(() => call('list-venues'), [call]);
  const { number, date } = useSpeech();
  const figures = useFigures();
  const { templates } = words.turns;
  const { weekdays, everyWeeks, from, to, breaks, endsOn, slotMinutes, mode, publishDaysAhead } = template;
  const name = template.id;
  const listed = venues.answer?.agreed ? venues.answer.value.venues : [];
  const place = listed.find(({ id }) => id === template.venue)?.name ?? template.venue;
  return (
    <Card title={weekdays.map((day) => weekdayName(day, language)).join(' · ')}>
      <SummaryList
        rows={[
          { term: templates.name, value: <Ltr>{name}</Ltr> },
          { term: words.sessions.time, value: <Ltr>{figures(`${from}–${to}`)}</Ltr> },
          {
            term: templates.breaks,
            value: breaks.length > 0 && <Ltr>{figures(writeBreaks(breaks).replaceAll('\n', ' · '))}</Ltr>,
          },
          {
            term: templates.every,
            value: everyWeeks === 1 ? templates.weekly : templates.everyWeeks(number(everyWeeks)),
          },
          { term: words.sessions.venue, value: place },
          { term: words.sessions.mode, value: words.kit.modes[mode] },
          { term: words.sessions.slotMinutes, value: number(slotMinutes) },
          { term: templates.publishDays, value: publishDaysAhead !== undefined && number(publishDaysAhead) },
          { term: templates.endsOn, value: endsOn && date(endsOn) },
        ]}
      />
      <Days template={template} changed={changed} />
      {me.permissions.includes('plan-sessions') && (
        <>
          <SkipDay unit={unit} template={template} changed={changed} />
          <Unfold title={templates.edit} name="template-form">
            <TemplateForm
              unit={unit}
              official={template.official}
              template={template}
              saved={() => changed(templates.saved)}
            />
          </Unfold>
          <EndTemplate unit={unit} template={template} changed={changed} />
        </>
      )}
    </Card>
  );
}

/** The days ahead, and why nothing is held on some of them. */
function Days({ template, changed }: Omit<TemplateProps, 'unit'>) {
  const { words, base, call, me } = useConsole();
  const { busy, act, problem } = useAct();
  const { templates } = words.turns;
  const isSkipped = (on: string) => template.exceptions.some((one) => one.on === on && 'skipped' in one);
  const holdAgain = (on: string) =>
    void act({
      send: () =>
        call('put-session-template', {
          params: { official: template.official, template: template.id },
          body: { ...templateBody(template), exceptions: template.exceptions.filter((one) => one.on !== on) },
        }),
      done: () => changed(templates.unskipped),
      says: '',
    });
  return (
    <details>
      <summary>{templates.days}</summary>
      <ActReport problem={problem} said="" />
      {template.days.length === 0 && <p>{templates.noDays}</p>}
      <ul class="rows">
        {template.days.map(({ on, says, state, session, because, holiday }) => (
          <li key={on}>
            {session ? <a href={`${base}/sessions/${session}`}>{says}</a> : says}{' '}
            <Tag kind={state === 'planned' ? 'success' : state === 'to-be-planned' ? 'info' : 'warning'}>
              {templates.states[state]}
            </Tag>{' '}
            <span class="hint">{[because, holiday].filter(Boolean).join(' ')}</span>{' '}
            {isSkipped(on) && me.permissions.includes('plan-sessions') && (
              <Button kind="quiet" busy={busy} onClick={() => holdAgain(on)}>
                {templates.unskip} <span class="for-readers">{says}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One of its days is left out, for a reason that is read beside it. */
function SkipDay({ template, changed }: TemplateProps) {
  const { words, language, call } = useConsole();
  const { templates } = words.turns;
  const ahead = template.days.filter(({ state }) => state === 'to-be-planned');
  if (ahead.length === 0) return null;
  const send = (data: FormData) => {
    const why = optionalText(data, `why-${template.id}`);
    const exception = { on: textOf(data, `skip-${template.id}`), skipped: true as const };
    const reason = why ? { reason: { [language]: why } } : {};
    return call('put-session-template', {
      params: { official: template.official, template: template.id },
      body: { ...templateBody(template), exceptions: [...template.exceptions, { ...exception, ...reason }] },
    });
  };
  return (
    <details>
      <summary>{templates.skip}</summary>
      <Form send={send} done={() => changed(templates.skipped)} label={templates.skip}>
        <Select
          name={`skip-${template.id}`}
          label={templates.skipDay}
          choices={ahead.map(({ on, says }) => ({ value: on, label: says }))}
        />
        <Field name={`why-${template.id}`} label={templates.skipWhy} optional />
      </Form>
    </details>
  );
}

function EndTemplate({ unit, template, changed }: TemplateProps) {
  const { words, call } = useConsole();
  const { templates } = words.turns;
  const name = `ends-${template.id}`;
  const send = (data: FormData) =>
    call('end-session-template', {
      params: { official: template.official, template: template.id },
      body: { endsOn: textOf(data, name) },
    });
  return (
    <details>
      <summary>{templates.end}</summary>
      <Form send={send} done={() => changed(templates.ended)} label={templates.end} kind="danger">
        <OfficeDaySelect name={name} label={templates.endsOn} unit={unit} />
      </Form>
    </details>
  );
}
