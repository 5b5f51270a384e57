import { CannotStart } from './cannot-start.ts';
import { dataFolderPath, removeDataFolder } from './data-folder.ts';

/** `npm run reset`: deletes the data folder, if it is ours and nobody is using it. */
const path = dataFolderPath();
try {
  console.log(removeDataFolder(path) ? `Deleted ${path}.` : `There is no ${path}; nothing to delete.`);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
