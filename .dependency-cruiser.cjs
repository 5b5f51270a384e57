/** Who may import whom: a folder reaches itself and what is listed beside it, and nothing else. */
const mayImport = (folder, allowed, but = []) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import only: ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: but },
  to: { pathNot: [`^${folder}/`, ...allowed.map((path) => (path.startsWith('^') ? path : `^${path}/`))] },
});

const mayNotImport = (folder, forbidden, but = []) => ({
  name: `${folder}-must-not-import`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: but },
  to: { path: forbidden.map((path) => `^${path}`) },
});

const npm = (...names) => names.map((name) => `^node_modules/${name}/`);
const node = (...names) => names.flatMap((name) => [`^node:${name}$`, `^${name}$`]);
/** Types only; the package `@types/aws-lambda` has no code to resolve. */
const lambdaTypes = '^aws-lambda$';
/** The places that know both sides: which adapter stands behind which port. */
const wiring = '^functions/wiring(/|\\.ts$)';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [lambdaTypes, '^virtual:'] },
    },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '(^|/)index\\.ts$', pathNot: '^node_modules/' } },
    { name: 'tests-are-imported-by-nobody', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    mayImport('domain', npm('zod', '@internationalized/date')),
    mayImport('cities', ['domain', ...npm('zod')]),
    mayImport('contract', ['domain', ...npm('zod')]),
    mayImport('workflows', ['domain', ...npm('zod'), ...node('fs', 'path', 'url')]),
    mayImport('adapters', [
      'domain',
      ...npm('@aws-sdk', '@smithy', 'zod', 'jose', '@jsquash', '@hyzyla/pdfium'),
      ...node('crypto', 'fs', 'fs/promises', 'buffer', 'child_process', 'url', 'async_hooks'),
    ]),
    mayImport(
      'functions',
      [
        'domain',
        'contract',
        ...npm('@middy/[^/]+', '@aws-lambda-powertools/[^/]+', 'zod'),
        lambdaTypes,
        ...node('crypto', 'buffer'),
      ],
      [wiring],
    ),
    mayNotImport('functions', [
      'infra/',
      'local/',
      'workflows/',
      'web/',
      'cities/',
      'node_modules/(aws-cdk-lib|constructs)',
    ]),
    mayNotImport('infra', [
      'local/',
      'web/',
      'adapters/(?!dynamo/table\\.ts|images/wasm-files\\.ts)',
      'functions/(?!env\\.ts)',
    ]),
    mayNotImport('local', ['infra/', 'web/', 'test/']),
    mayNotImport('web', ['functions/', 'adapters/', 'infra/', 'local/', 'workflows/', 'cities/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
