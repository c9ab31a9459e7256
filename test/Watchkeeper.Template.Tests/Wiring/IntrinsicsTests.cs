using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Cli.Wiring;
using Xunit;

namespace Watchkeeper.Template.Tests.Wiring;

public sealed class IntrinsicsTests
{
    [Theory]
    [InlineData("!Ref Stage", "test")]
    [InlineData("{Ref: Stage}", "test")]
    [InlineData("!Ref AWS::Region", "eu-central-1")]
    [InlineData("!Ref Table", "Table")]
    [InlineData("!Ref Topic", "arn:aws:sns:eu-central-1:123456789012:Topic")]
    [InlineData("!Ref Queue", "https://sqs.eu-central-1.amazonaws.com/123456789012/Queue")]
    [InlineData("!GetAtt Table.StreamArn", "arn:aws:dynamodb:eu-central-1:123456789012:table/Table/stream/local")]
    [InlineData("!GetAtt [Queue, Arn]", "arn:aws:sqs:eu-central-1:123456789012:Queue")]
    [InlineData("{'Fn::GetAtt': [Queue, QueueName]}", "Queue")]
    [InlineData("!Sub '${Stage}-${AWS::StackName}-${Queue.Arn}'", "test-watchkeeper-arn:aws:sqs:eu-central-1:123456789012:Queue")]
    [InlineData("!Sub ['${Stage}/${Own}/${!Literal}$', {Own: !Ref AWS::AccountId}]", "test/123456789012/${Literal}$")]
    [InlineData("!If [IsTest, yes, no]", "yes")]
    [InlineData("!If [IsLive, !Ref Nobody, no]", "no")]
    [InlineData("{'Fn::If': [IsQuiet, yes, no]}", "yes")]
    [InlineData("!If [IsLoud, yes, no]", "no")]
    [InlineData("!If [IsEither, yes, no]", "yes")]
    [InlineData("!If [IsBoth, yes, no]", "no")]
    [InlineData("!If [IsAlias, yes, no]", "yes")]
    [InlineData("!Join ['-', [a, !Ref Stage, c]]", "a-test-c")]
    [InlineData("!Select [1, !Split ['@', operations@example.com]]", "example.com")]
    [InlineData("!Select [0, [a, b]]", "a")]
    [InlineData("plain", "plain")]
    public void A_value_is_resolved_as_CloudFormation_does(string value, string expected) =>
        Read(value).ShouldBeOfType<WiringParseResult.Read>().Wiring.Functions.Single().Environment["Value"].ShouldBe(expected);

    [Fact]
    public void AWS_NoValue_removes_the_key() =>
        Read("!If [IsLive, x, !Ref AWS::NoValue]")
            .ShouldBeOfType<WiringParseResult.Read>().Wiring.Functions.Single().Environment.ShouldNotContainKey("Value");

    [Theory]
    [InlineData("!Sub '${Stage'", "a ${ has no }")]
    [InlineData("!Sub '${Nobody}'", "«Nobody» is neither a parameter nor a resource of this template")]
    [InlineData("!Sub [a]", "!Sub takes a text, or [text, {name: value}]")]
    [InlineData("!Select [2, [a, b]]", "!Select picks one of a list: [index from 0, [items]]")]
    [InlineData("!Select [-1, [a, b]]", "!Select picks one of a list: [index from 0, [items]]")]
    [InlineData("!Split ['', a]", "!Split splits a text: [separator, text]")]
    [InlineData("!Join ['-', a]", "!Join joins texts: [separator, [parts]]")]
    [InlineData("!Join ['-']", "must be a list of 2: [separator, [parts]]")]
    [InlineData("!If [IsTest]", "must be a list of 3: [condition, value if it holds, value if not]")]
    [InlineData("!If [!Ref Stage, a, b]", "!If begins with the name of a condition")]
    [InlineData("!If [IsCircular, a, b]", "depends on itself")]
    [InlineData("!If [IsOdd, a, b]", "a condition is one of !Equals, !Not, !And, !Or and !Condition")]
    [InlineData("!GetAtt Queue", "«Queue» must be a resource, a dot and an attribute, such as IncidentTable.Arn")]
    [InlineData("!GetAtt Nobody.Arn", "«Nobody» is not a resource of this template")]
    public void An_invalid_call_is_reported(string value, string problem) =>
        Read(value).ShouldBeOfType<WiringParseResult.Refused>().Problems.Select(each => each.Message).ShouldContain(problem);

    [Fact]
    public void A_given_value_counts_before_the_default() =>
        Read("!If [IsTest, yes, no]", ("Stage", "live")).ShouldBeOfType<WiringParseResult.Read>()
            .Wiring.Functions.Single().Environment["Value"].ShouldBe("no");

    [Fact]
    public void Globals_apply_to_every_function()
    {
        var function = Read("own").ShouldBeOfType<WiringParseResult.Read>().Wiring.Functions.Single();

        function.Timeout.ShouldBe(TimeSpan.FromSeconds(7));
        function.Memory.ShouldBe(256);
        function.Environment.ShouldBe(
            new Dictionary<string, string> { ["Inherited"] = "global", ["Value"] = "own" }, ignoreOrder: true);
    }

    [Fact]
    public void A_resource_with_a_false_condition_is_absent() =>
        Read("x").ShouldBeOfType<WiringParseResult.Read>().Wiring.Queues.ShouldBe(["Queue"]);

    [Fact]
    public void Names_can_be_resolved_for_another_place()
    {
        var names = new PhysicalNames
        {
            Region = "cn-north-1",
            Account = "210987654321",
            StackName = "s",
            QueueEndpoint = new Uri("http://127.0.0.1:9/"),
        };

        names.Reference("AWS::SQS::Queue", "Q").ShouldBe("http://127.0.0.1:9/210987654321/Q");
        names.Reference("AWS::SNS::Topic", "T").ShouldBe("arn:aws-cn:sns:cn-north-1:210987654321:T");
        names.Pseudo("AWS::URLSuffix").ShouldBe("amazonaws.com.cn");
    }

    private static WiringParseResult Read(string value, params (string Name, string Value)[] parameters) => WiringReader.Read(
        $$$"""
        Parameters:
          Stage: {Type: String, Default: test}
        Conditions:
          IsTest: !Equals [!Ref Stage, test]
          IsLive: !Equals [!Ref Stage, live]
          IsQuiet: !Not [!Condition IsLive]
          IsLoud: !Not [{Condition: IsTest}]
          IsEither: !Or [!Condition IsTest, !Condition IsLive]
          IsBoth: !And [!Condition IsTest, !Condition IsLive]
          IsAlias: !Condition IsTest
          IsCircular: !Not [!Condition IsCircular]
          IsOdd: !Ref Stage
        Globals:
          Function:
            Timeout: 5
            MemorySize: 256
            KmsKeyArn: !GetAtt Unknown.Arn
            Environment: {Variables: {Inherited: global, Value: global}}
        Resources:
          Table: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: pk, KeyType: HASH}]}}
          Topic: {Type: AWS::SNS::Topic}
          Queue: {Type: AWS::SQS::Queue}
          LiveQueue: {Type: AWS::SQS::Queue, Condition: IsLive}
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Timeout: 7
              Environment:
                Variables:
                  Value: {{{value}}}
        """,
        new WiringOptions
        {
            Parameters = parameters.ToImmutableDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal),
        });
}
