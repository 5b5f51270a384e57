import { systemClock } from '../../../local/clock.ts';
import { listen } from '../../../local/listen.ts';
import { openTable } from '../../../local/table/open-table.ts';

/** `node serve-folder.ts <folder>`: a table in a process of its own, which tests kill. Prints its URL when it is ready. */
const [folder = ''] = process.argv.slice(2);
const { url } = await listen(openTable({ folder, clock: systemClock }).handle);
console.log(url);
