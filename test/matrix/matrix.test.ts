import '../simulation/quiet.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { isViolation } from '../simulation/violation.ts';
import { BEYOND } from './beyond.ts';
import { NUDGES } from './calls.ts';
import { type Cell, generate, type Matrix, nameOf } from './cells.ts';
import { ALL_FAULTS } from './faults.ts';
import { titleOf, wrongWith } from './judge.ts';
import { KNOWN } from './known.ts';
import { SITES } from './sites.ts';
import { SITUATIONS } from './situations.ts';

let matrix: Matrix;
let run = 0;
const knownFound = new Set<string>();

beforeAll(async () => {
  matrix = await generate();
}, 120_000);

/** What is wrong in a cell, with the cell's name; nothing if all is as it should be. */
const faultOf = async (cell: Cell): Promise<string | undefined> => {
  run += 1;
  const undisturbed = matrix.undisturbed.get(nameOf(cell.situation, cell.doing));
  if (!undisturbed) throw new Error(`${titleOf(cell)} was never played undisturbed`);
  try {
    const wrong = await wrongWith(cell, undisturbed);
    return wrong && `${titleOf(cell)}: ${wrong}`;
  } catch (error) {
    if (isViolation(error)) return `${titleOf(cell)}: ${error.message}`;
    throw new Error(`${titleOf(cell)} cannot be played`, { cause: error });
  }
};

const textsIn = (folder: string): Map<string, string> => {
  const url = new URL(`../../${folder}/`, import.meta.url);
  return new Map(readdirSync(url).map((name) => [name, readFileSync(new URL(name, url), 'utf8')]));
};

describe('The matrix of faults', () => {
  test('knows every port: a new method of a known one does not compile, and here is no new port', () => {
    const calls = textsIn('test/matrix').get('calls.ts') ?? '';
    const unknown = [...textsIn('domain/ports').keys()].filter((name) => !calls.includes(`domain/ports/${name}`));
    // A page of a listing is no port.
    expect(unknown).toEqual(['page.ts']);
  });

  test('knows every call that is made to nudge an execution', () => {
    const texts = [...textsIn('adapters/step-functions').values()].join('\n');
    const made = (pattern: RegExp) => new Set([...texts.matchAll(pattern)].map(([, name]) => name));
    expect(made(/new (\w+)Command\(/g)).toEqual(new Set(Object.keys(NUDGES.sfn)));
    expect(made(/[tT]able\.(\w+)\(/g)).toEqual(new Set(Object.keys(NUDGES.waitItems)));
  });

  test('reaches every call, or says why not', () => {
    const reached = new Set(matrix.cells.map(({ place }) => place.site));
    expect([...SITES.keys()].filter((site) => !reached.has(site)).toSorted()).toEqual(Object.keys(BEYOND).toSorted());
    expect(ALL_FAULTS.filter((fault) => !matrix.cells.some((cell) => cell.fault === fault))).toEqual([]);
  });
});

describe('Within three wake-ups after a fault', () => {
  test.each(Object.keys(SITUATIONS))(
    'everything is as it would be without it, or clearly refused: %s',
    async (situation) => {
      const wrong: string[] = [];
      for (const cell of matrix.cells.filter((one) => one.situation === situation)) {
        const found = await faultOf(cell);
        const known = KNOWN.find(({ isIn }) => isIn(cell));
        if (found && known) knownFound.add(known.because);
        else if (found) wrong.push(found);
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});

test('Every cell that was generated has been run, and what is known to be otherwise still is', () => {
  console.log(`cells generated: ${matrix.cells.length}, cells run: ${run}`);
  expect(matrix.cells.length).toBeGreaterThan(3000);
  expect(run).toBe(matrix.cells.length);
  expect(KNOWN.map(({ because }) => because).filter((because) => !knownFound.has(because))).toEqual([]);
});
