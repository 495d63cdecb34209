// Loads a CloudFormation template into the CDK, synthesises it, and prints what is wrong with it: what CloudFormation
// would refuse, and findings of the rules AwsSolutions of cdk-nag. Arguments: the template, and a folder for the result.
const {App, Aspects, CfnResource, Stack} = require('aws-cdk-lib');
const {Annotations, Match} = require('aws-cdk-lib/assertions');
const {CfnInclude} = require('aws-cdk-lib/cloudformation-include');
const {AwsSolutionsChecks} = require('cdk-nag');

const app = new App({
    analyticsReporting: false,
    outdir: process.argv[3],
    context: {'@aws-cdk/core:validateAgainstDefaultRules': true},
});
const stack = new Stack(app, 'stack');
new CfnInclude(stack, 'template', {templateFile: process.argv[2]});
Aspects.of(app).add(new AwsSolutionsChecks({reports: false}));
try {
    app.synth();
} catch (refusal) {
    // The CDK has printed what CloudFormation would refuse.
    console.log(String(refusal.message));
    process.exitCode = 1;
}

const findings = Annotations.fromStack(stack);
for (const found of [...findings.findError('*', Match.anyValue()), ...findings.findWarning('*', Match.anyValue())]) {
    console.log(`${found.id}: ${found.entry.data}`);
    process.exitCode = 1;
}
console.log(`Checked ${stack.node.findAll().filter(construct => construct instanceof CfnResource).length} resources`);
