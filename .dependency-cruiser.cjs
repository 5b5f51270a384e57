/** Who may import whom (README, "The house"). Folders that are not named in `allowed` may not be reached. */
const only = (folder, allowed) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import only: ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...allowed.map((path) => (path.startsWith('^') ? path : `^${path}/`))] },
});

const npm = (...names) => names.map((name) => `^node_modules/${name}`);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '(^|/)index\\.ts$', pathNot: '^node_modules/' } },
    { name: 'tests-are-imported-by-nobody', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    only('domain', npm('zod/', '@internationalized/date/')),
    only('contract', ['domain', ...npm('zod/')]),
    only('adapters', ['domain', ...npm('@aws-sdk/', 'zod/', 'jose/'), '^node:crypto$', '^crypto$']),
    only('workflows', ['domain', ...npm('zod/')]),
    only('cities', ['domain', ...npm('zod/')]),
    {
      ...only('functions', ['domain', 'contract', ...npm('@middy/', '@aws-lambda-powertools/', '@types/aws-lambda/', 'zod/')]),
      from: { path: '^functions/', pathNot: '^functions/wiring\\.ts$' },
    },
    { name: 'functions-no-cdk', severity: 'error', from: { path: '^functions/' }, to: { path: '^(infra|local|workflows|web|node_modules/aws-cdk-lib)/' } },
    { name: 'infra-no-handlers', severity: 'error', from: { path: '^infra/' }, to: { path: '^(functions|adapters|local|web)/', pathNot: '^functions/wiring\\.ts$' } },
    { name: 'local-no-infra', severity: 'error', from: { path: '^local/' }, to: { path: '^(infra|web)/' } },
    { name: 'web-imports', severity: 'error', from: { path: '^web/' }, to: { path: '^(functions|adapters|infra|local|workflows|cities)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: undefined,
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
