/** `npm run -s bench -- NAME [options]`: each measurement is a file of its own, which reads its options and prints its figures. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(args: string[]): Promise<void> }>>> = {
  bundles: () => import('./bundles.ts'),
  contention: () => import('./contention.ts'),
  cost: () => import('./cost.ts'),
  escalation: () => import('./escalation.ts'),
  pages: () => import('./pages.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? await BENCHES[name]?.() : undefined;
if (bench) await bench.run(args);
else {
  console.error(`npm run -s bench -- ${Object.keys(BENCHES).join('|')} [options]`);
  process.exitCode = 1;
}
