// Prints what cdk-nag finds in a template, a JSON object a line: `node nag.js TEMPLATE`.

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { App, Aspects, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const nag = require('cdk-nag');

const packs = [nag.AwsSolutionsChecks, nag.ServerlessChecks, nag.NIST80053R5Checks, nag.HIPAASecurityChecks, nag.PCIDSS321Checks];

const say = (outcome, found) =>
  console.log(JSON.stringify({ outcome, rule: found.ruleId, resource: found.resource.node.id }));

const logger = {
  onCompliance() {},
  onNonCompliance: (found) => say('found', found),
  onSuppressed: (found) => say('suppressed', found),
  onError: (found) => say('failed', found),
  onSuppressedError: (found) => say('failed', found),
  onNotApplicable() {},
};

const folder = mkdtempSync(join(tmpdir(), 'nag-'));
try {
  const app = new App({ outdir: join(folder, 'out') });
  const stack = new Stack(app, 'watchkeeper');
  new CfnInclude(stack, 'Template', { templateFile: process.argv[2] });
  for (const Checks of packs)
    Aspects.of(stack).add(new Checks({ reports: false, additionalLoggers: [logger] }));
  app.synth();
} finally {
  rmSync(folder, { recursive: true });
}
