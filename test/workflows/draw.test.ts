import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawLife, drawMachine } from '../../workflows/draw.ts';

const committed = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test('the committed diagram of the state machine is the one that the definition draws', () => {
  expect(committed('meeting-request.mmd')).toBe(drawMachine());
});

test("the committed diagram of a request's life is the one that the table of transitions draws", () => {
  expect(committed('request-life.mmd')).toBe(drawLife());
});
