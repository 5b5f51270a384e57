/** Replays a case file: `npm run -s asl -- --cases FILE --json`. Exits with 1 when something failed. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type DefinitionCase, parseCaseFile, type ReplayCase } from './case-file.ts';
import { compare } from './compare.ts';
import { lint } from './lint.ts';
import { replayCase } from './replay-case.ts';

export type Failed = { id: string; why: string };

async function whyCaseFails(given: ReplayCase): Promise<string | undefined> {
  try {
    return compare(given.expect, await replayCase(given)).join('; ') || undefined;
  } catch (error) {
    return String(error);
  }
}

function whyDefinitionFails({ valid, definition }: DefinitionCase): string | undefined {
  const problems = lint(definition);
  if (valid) return problems.join('; ') || undefined;
  return problems.length > 0 ? undefined : 'the lint finds nothing wrong with it';
}

/** Replays the cases and lints the definitions of a case file. Throws when the text is no case file. */
export async function replayFile(fileText: string): Promise<{ passed: number; failed: Failed[] }> {
  const { cases = [], definitions = [] } = parseCaseFile(fileText);
  const failed: Failed[] = [];
  const note = (id: string, why: string | undefined) => why !== undefined && failed.push({ id, why });
  for (const given of cases) note(given.id, await whyCaseFails(given));
  for (const given of definitions) note(given.id, whyDefinitionFails(given));
  return { passed: cases.length + definitions.length - failed.length, failed };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: 'string' }, json: { type: 'boolean' } } });
  if (values.cases === undefined) throw new Error('Usage: npm run -s asl -- --cases FILE [--json]');
  const result = await replayFile(readFileSync(values.cases, 'utf8'));
  if (values.json) console.log(JSON.stringify(result));
  else {
    for (const { id, why } of result.failed) console.log(`${id}\n  ${why}`);
    console.log(`${result.passed} passed, ${result.failed.length} failed`);
  }
  process.exitCode = result.failed.length > 0 ? 1 : 0;
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
