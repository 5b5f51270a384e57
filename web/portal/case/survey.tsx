import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

const QUESTIONS = ['heard', 'clear', 'in-time', 'solved'] as const;
const ANSWERS = ['yes', 'partly', 'no'] as const;

/** Five stars, four short questions and a word, once, after the closing. Only the stars must be given. */
export function Survey() {
  const { words, call } = usePortal();
  const { number } = useSpeech();
  const { request, again } = useCase();
  if (request.rating !== undefined) {
    return (
      <Notice kind="success">
        <p>{words.case.rated(number(request.rating))}</p>
      </Notice>
    );
  }
  const rate = (data: FormData) => {
    const text = optionalText(data, 'text');
    const given = QUESTIONS.flatMap((question) => {
      const answer = ANSWERS.find((one) => one === textOf(data, question));
      return answer ? [[question, answer] as const] : [];
    });
    const body = { stars: Number(textOf(data, 'stars')), answers: Object.fromEntries(given), ...(text && { text }) };
    return call('rate', { params: { id: request.id }, body });
  };
  return (
    <Card tone="lively">
      <Form send={rate} done={again} label={words.case.send}>
        <Choices
          name="stars"
          legend={words.case.rate}
          items={words.case.stars.map((label, index) => ({ value: String(index + 1), label })).toReversed()}
        />
        {QUESTIONS.map((question) => (
          <Choices
            key={question}
            name={question}
            legend={words.case.rateQuestions[question]}
            items={ANSWERS.map((value) => ({ value, label: words.case.rateAnswers[value] }))}
            beside
            optional
          />
        ))}
        <TextArea name="text" label={words.case.rateText} most={1000} rows={2} optional />
      </Form>
    </Card>
  );
}
