// Loaded before everything else: `node --import ./local/require-node.mjs local/start.ts`.
// It is JavaScript because an older Node cannot read a single TypeScript file, and would only say so cryptically.
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `This program needs Node ${NEEDED} or newer; this is Node ${process.versions.node} (${process.execPath}).`,
  );
  console.error(
    'Run "npm ci" once and start through npm, which brings its own Node; elsewhere install Node 24 yourself.',
  );
  process.exit(1);
}
