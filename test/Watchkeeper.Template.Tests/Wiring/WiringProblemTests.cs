using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Cli.Wiring;
using Xunit;

namespace Watchkeeper.Template.Tests.Wiring;

public sealed class WiringProblemTests
{
    private const string Function = """
        Resources:
          Queue: {Type: AWS::SQS::Queue}
          Fn:
            Type: AWS::Serverless::Function
            Properties:

        """;

    [Theory]
    [InlineData("", "1:1: template: a template is one map with the keys Parameters, Resources and others")]
    [InlineData("- a\n- b\n", "1:1: template: a template is one map with the keys Parameters, Resources and others")]
    [InlineData("Resources: 12\n", "1:12: Resources: must be a map")]
    [InlineData("Parameters: {}\n", "Resources: the template has no resources")]
    [InlineData("Resources: {A: {Properties: {}}}\n", "1:16: Resources.A: must be a map with a Type")]
    [InlineData(
        "Resources: &x {A: {Type: AWS::SQS::Queue}}\n",
        "1:12: template: CloudFormation knows no anchors (&) and aliases (*): write the value out")]
    [InlineData("Resources:\n  A: {Type: AWS::Events::Rule}\n",
        "2:6: Resources.A.Type: the local run does not follow AWS::Events::Rule: write it as an "
            + "AWS::Serverless::Function and its Events")]
    [InlineData(
        "Resources:\n  A: {Type: AWS::SNS::Subscription, Properties: 3}\n", "2:49: Resources.A.Properties: must be a map")]
    public void An_invalid_template_is_reported(string yaml, string problem) => Problems(yaml).ShouldContain(problem);

    [Fact]
    public void Broken_YAML_is_reported_with_its_place() =>
        Problems("Resources:\n  A: [1, 2\n").ShouldHaveSingleItem().ShouldStartWith("3:1: template: this is not YAML: ");

    [Fact]
    public void A_duplicate_key_is_reported() =>
        Problems("Resources:\n  A: {Type: AWS::SQS::Queue}\n  A: {Type: AWS::SQS::Queue}\n").ShouldHaveSingleItem()
            .ShouldStartWith("3:3: template: this is not YAML: ");

    [Fact]
    public void Nesting_without_an_end_is_reported() =>
        Problems($"A: {new string('[', 10_000)}").ShouldHaveSingleItem().ShouldEndWith("nested deeper than 64 levels");

    [Theory]
    [InlineData("Timeout: soon", "6:16: Resources.Fn.Properties.Timeout: must be a whole number from 1 to 900, not «soon»")]
    [InlineData("Timeout: 901", "6:16: Resources.Fn.Properties.Timeout: must be a whole number from 1 to 900, not «901»")]
    [InlineData(
        "MemorySize: [1]", "6:19: Resources.Fn.Properties.MemorySize: must be a whole number from 128 to 10240, not a list")]
    [InlineData(
        "Environment: {Variables: {A: {B: c}}}",
        "6:36: Resources.Fn.Properties.Environment.Variables.A: must be text, not a map")]
    [InlineData("Environment: {Variables: {A: !Ref Nobody}}",
        "6:36: Resources.Fn.Properties.Environment.Variables.A: «Nobody» is neither a parameter nor a resource of this template")]
    [InlineData("Environment: {Variables: {A: !GetAtt Queue.Colour}}",
        "6:36: Resources.Fn.Properties.Environment.Variables.A: the local run has no «Colour» of a AWS::SQS::Queue")]
    [InlineData("Environment: {Variables: {A: !ImportValue x}}",
        "6:36: Resources.Fn.Properties.Environment.Variables.A: the local run does not know !ImportValue in this form: "
        + "use Ref, GetAtt, Sub, If, Join, Split or Select")]
    [InlineData("Environment: {Variables: {A: !If [Nobody, 1, 2]}}",
        "6:36: Resources.Fn.Properties.Environment.Variables.A: «Nobody» is not a condition of this template")]
    [InlineData("EventInvokeConfig: {DestinationConfig: {OnFailure: {Destination: elsewhere}}}",
        "6:72: Resources.Fn.Properties.EventInvokeConfig.DestinationConfig.OnFailure.Destination: must be a "
        + "reference to a resource of this template, such as !Ref or !GetAtt, not «elsewhere»")]
    [InlineData("Events: {A: {Type: Api}}",
        "6:19: Resources.Fn.Properties.Events.A.Type: the local run does not know «Api»: use EventBridgeRule, "
            + "Schedule, SNS, SQS or DynamoDB")]
    [InlineData(
        "Events: {A: {Type: EventBridgeRule, Properties: {}}}",
        "6:55: Resources.Fn.Properties.Events.A.Properties.Pattern: must be a map: the event pattern")]
    [InlineData("Events: {A: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}, InputPath: $.detail}}}",
        "6:91: Resources.Fn.Properties.Events.A.Properties.InputPath: the local run does not follow this key; it knows "
        + "Pattern, State, RetryPolicy, DeadLetterConfig")]
    [InlineData("Events: {A: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}, State: on}}}",
        "6:87: Resources.Fn.Properties.Events.A.Properties.State: must be ENABLED or DISABLED, or "
            + "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS, not «on»")]
    [InlineData("Events: {A: {Type: Schedule, Properties: {Schedule: rate(1 minutes)}}}",
        "6:59: Resources.Fn.Properties.Events.A.Properties.Schedule: «rate(1 minutes)» must be rate(5 "
            + "minutes) or cron(0 6 * * ? *)")]
    [InlineData(
        "Events: {A: {Type: Schedule, Properties: {}}}",
        "6:48: Resources.Fn.Properties.Events.A.Properties.Schedule: is missing")]
    [InlineData("Events: {A: {Type: DynamoDB, Properties: {Stream: !Ref Queue, FilterCriteria: {Filters: [{Pattern: '{'}]}}}}",
        "6:106: Resources.Fn.Properties.Events.A.Properties.FilterCriteria.Filters[0].Pattern: must be JSON in a text: ")]
    public void An_unsupported_property_is_reported_with_its_place(string property, string problem) =>
        Problems($"{Function}      {property}\n").ShouldHaveSingleItem().ShouldStartWith(problem);

    [Fact]
    public void Every_problem_is_reported_in_the_order_of_the_template() =>
        Problems($"{Function}      Timeout: soon\n      MemorySize: much\n      Events: {{A: {{Type: Api}}}}\n")
            .Select(problem => problem.Split(':')[0])
            .ShouldBe(["6", "7", "8"]);

    [Fact]
    public void A_parameter_without_a_value_is_reported() =>
        Problems("Parameters: {Mail: {Type: String}}\nResources: {A: {Type: AWS::SQS::Queue}}\n")
            .ShouldBe(["1:20: Parameters.Mail: has no default value: give --parameter Mail=…"]);

    [Fact]
    public void A_value_for_an_unknown_parameter_is_reported() =>
        Problems("Parameters: {Mail: {Type: String}}\nResources: {A: {Type: AWS::SQS::Queue}}\n", ("Mail", "x"), ("Male", "y"))
            .ShouldBe(["Parameters.Male: the template has no such parameter; it has Mail"]);

    [Theory]
    [InlineData("Locale", "fr", "Parameters.Locale: «fr» is not allowed: choose one of en, zh-CN")]
    [InlineData(
        "MailAddress", "nobody",
        "Parameters.MailAddress: «nobody» is not allowed: one mail address, such as operations@example.com")]
    [InlineData("TimeZone", "Europe/Berlin; rm", "Parameters.TimeZone: «Europe/Berlin; rm» is not allowed: a time zone such as")]
    [InlineData("TimeZone", "+02:00", "Parameters.TimeZone: «+02:00» is not allowed: a time zone such as Europe/Berlin or")]
    [InlineData("ScaleStep", "0", "Parameters.ScaleStep: 0 is too small: the minimum is 1")]
    [InlineData("ScaleStep", "1000", "Parameters.ScaleStep: 1000 is too large: the maximum is 100")]
    [InlineData("ScaleStep", "many", "Parameters.ScaleStep: «many» is not a number")]
    [InlineData("EndpointUrl", "http://x/", "Parameters.EndpointUrl: «http://x/» is not allowed")]
    public void The_rules_of_the_template_for_values_apply(string name, string value, string problem) =>
        Problems(
            Evaluation.Yaml,
            [.. Evaluation.Given.Where(given => given.Key != name).Select(given => (given.Key, given.Value)), (name, value)])
            .ShouldHaveSingleItem().ShouldContain(problem);

    private static ImmutableArray<string> Problems(string yaml, params (string Name, string Value)[] parameters)
    {
        var given = parameters.ToImmutableDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        var reading = WiringReader.Read(yaml, new WiringOptions { Parameters = given });
        return [.. reading.ShouldBeOfType<WiringParseResult.Refused>().Problems.Select(problem => problem.ToString())];
    }
}
