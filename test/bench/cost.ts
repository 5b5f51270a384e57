import { parseArgs } from 'node:util';
import { countPlainLife } from './cost/cost.ts';

/** What a life costs on AWS, counted to the unit: `npm run -s bench -- cost --json`. */
export const run = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const { groups, ...plain } = await countPlainLife();
  if (values.json) console.log(JSON.stringify({ plain: { ...plain, groups } }));
  else {
    console.table(groups);
    console.log(plain);
  }
};
