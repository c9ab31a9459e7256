using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Rules;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Watchkeeper.Patterns;
using Watchkeeper.Testing;
using Xunit;
using ReadOnlyCall = Watchkeeper.Cli.Run.ReadOnlyCall;

namespace Watchkeeper.Template.Tests.Wiring;

/// <summary>The events that the rules and filters of template.yaml match, evaluated by the pattern language.</summary>
public sealed class RulePatternTests
{
    private static readonly Lazy<ImmutableArray<(string Name, EventPattern Pattern)>> Rules = new(() =>
        [.. Evaluation.Wiring().Rules.Select(rule => (rule.Name, EventPattern.Parse(rule.Pattern).Pattern!))]);

    [Theory]
    [InlineData(
        "AlarmFunctionStateChange", """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change","detail":{}}""")]
    [InlineData(
        "AlarmFunctionStateChange",
        """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change","detail":{"alarmName":"shop"}}""")]
    [InlineData(
        "AlarmFunctionStateChange",
        """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change","detail":{"alarmName":null}}""")]
    [InlineData(
        "AlarmFunctionStateChange",
        """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change","detail":"broken"}""")]
    [InlineData(
        "AlarmFunctionStateChange",
        """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm Contributor State """
            + """Change","detail":{"alarmName":"shop"}}""")]
    [InlineData(
        "AlarmFunctionStateChange",
        """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm Configuration Change","detail":{"alarmName":"shop"}}""")]
    [InlineData(
        "AlarmFunctionTermination",
        """{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"terminated"}}""")]
    [InlineData(
        "TrailFunctionActivity",
        """{"source":"aws.kms","detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"ScheduleKeyDeletion"}}""")]
    [InlineData(
        "TrailFunctionActivity",
        """{"source":"aws.signin","detail-type":"AWS Console Sign In via CloudTrail","detail":{"eventName":"ConsoleLogin"}}""")]
    [InlineData(
        "TrailFunctionActivity",
        """{"source":"aws.signin","detail-type":"AWS Console Signin via CloudTrail","detail":{"eventName":"ConsoleLogin"}}""")]
    [InlineData(
        "TrailFunctionActivity",
        """{"source":"aws.signin","detail-type":"AWS Console Action via CloudTrail","detail":{"eventName":"EmailUpdated"}}""")]
    [InlineData(
        "TrailFunctionActivity",
        """{"source":"aws.kms","detail-type":"AWS Service Event via CloudTrail","detail":{"eventName":"RotateKey"}}""")]
    [InlineData(
        "TrailFunctionActivity",
        """{"source":"aws.cloudtrail","detail-type":"AWS Insight via """
            + """CloudTrail","detail":{"insightDetails":{"eventName":"PutObject"}}}""")]
    [InlineData("HealthFunctionHealth", """{"source":"aws.health","detail-type":"AWS Health Event","detail":{}}""")]
    [InlineData("HealthFunctionHealth", """{"source":"aws.health","detail-type":"AWS Health Abuse Event","detail":{}}""")]
    [InlineData(
        "HealthFunctionAdvisor",
        """{"source":"aws.trustedadvisor","detail-type":"Trusted Advisor Check Item Refresh Notification","detail":{}}""")]
    public void An_event_matches_exactly_one_rule(string rule, string message) => RulesFor(message).ShouldBe([rule]);

    [Theory]
    // A sender that may put events on the bus must not pass for AWS.
    [InlineData("""{"source":"com.evil","detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"ConsoleLogin"}}""")]
    [InlineData("""{"source":"com.evil","detail-type":"CloudWatch Alarm State Change","detail":{}}""")]
    // Routine calls of agents.
    [InlineData("""{"source":"aws.ssm","detail-type":"AWS API Call via """
        + """CloudTrail","detail":{"eventName":"UpdateInstanceInformation"}}""")]
    [InlineData("""{"source":"aws.logs","detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"CreateLogStream"}}""")]
    // The stack's own alarm; a local run uses this stack name.
    [InlineData("""{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State """
        + """Change","detail":{"alarmName":"watchkeeper-self-Sends"}}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"stopped"}}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"pending"}}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"running"}}""")]
    [InlineData("""{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"stopping"}}""")]
    [InlineData(
        """{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"shutting-down"}}""")]
    [InlineData(
        """{"source":"com.evil","detail-type":"EC2 Instance State-change Notification","detail":{"state":"terminated"}}""")]
    [InlineData("""{"source":"com.evil","detail-type":"CloudWatch Alarm Configuration Change","detail":{"alarmName":"shop"}}""")]
    public void Any_other_event_matches_no_rule(string message) => RulesFor(message).ShouldBeEmpty();

    [Fact]
    public void Every_act_of_a_detection_and_every_undoing_event_matches_a_rule()
    {
        var tests = DetectionFiles.BuiltIn().ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => file.Tests);
        var cases = DetectionCatalogue.All.SelectMany(one => DetectionCases.Parse(tests[one.Id]!.Value.Span, one).Cases)
            .Where(one => one.Expected is DetectionOutcome.Match or DetectionOutcome.Undone).ToList();

        cases.ShouldContain(one => one.Expected == DetectionOutcome.Undone);
        foreach (var one in cases)
        {
            var detail = one.Event.GetProperty("detail");
            var service = detail.TryGetProperty("eventSource", out var source) ? source.GetString()!.Split('.')[0] : "ec2";
            var message =
                $$"""{"source":"aws.{{service}}","detail-type":"{{DetailType(detail)}}","detail":{{detail.GetRawText()}} }""";
            using var document = JsonDocument.Parse(message);
            // EventBridge delivers read-only calls to rules of one state only.
            string[] expected = ReadOnlyCall.Is(document.RootElement)
                ? ["TrailFunctionReads", "TrailFunctionNamedReads"] : ["TrailFunctionActivity"];
            RulesFor(message).Intersect(expected, StringComparer.Ordinal).ShouldNotBeEmpty($"{one.Name}: {message}");
        }

        cases.ShouldContain(one => one.Event.GetProperty("detail").GetProperty("eventName").GetString()!
            .StartsWith("Get", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Root", "GetBucketPolicy", true, "TrailFunctionActivity TrailFunctionReads")]
    [InlineData("Root", "LookupEvents", true, "TrailFunctionActivity TrailFunctionReads")]
    [InlineData("Root", "CreateAccessKey", false, "TrailFunctionActivity")]
    [InlineData("IAMUser", "DescribeInstances", true, "TrailFunctionActivity")]
    [InlineData("AssumedRole", "GetPasswordData", true, "TrailFunctionActivity TrailFunctionNamedReads")]
    [InlineData("AssumedRole", "GetSecretValue", true, "TrailFunctionActivity TrailFunctionNamedReads")]
    [InlineData("AssumedRole", "GetParameter", true, "TrailFunctionActivity")]
    public void Of_read_only_calls_the_costly_rules_take_those_of_root_and_those_that_detections_look_for(string type, string call, bool isRead, string rules) =>
        string.Join(' ', RulesFor($$$"""
            {"source":"aws.s3","detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"{{{call}}}","readOnly":{{{(isRead ? "true" : "false")}}},
             "userIdentity":{"type":"{{{type}}}"} } }
            """)).ShouldBe(rules);

    [Fact]
    public void No_pattern_is_longer_than_EventBridge_allows() =>
        Evaluation.Wiring().Rules.ShouldAllBe(rule => rule.Pattern.GetRawText().Length <= 2048);

    [Theory]
    [InlineData("alarm-eventbridge", "AlarmFunctionStateChange")]
    [InlineData("trail", "TrailFunctionActivity")]
    [InlineData("health", "HealthFunctionHealth")]
    [InlineData("advisor", "HealthFunctionAdvisor")]
    public void Every_event_of_the_repository_matches_its_rule(string folder, string rule)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("events", folder), "*.json"))
            RulesFor(File.ReadAllText(file)).ShouldBe([rule], file);
    }

    [Theory]
    [InlineData("SLOT", "INSERT", true, true, true)]
    [InlineData("SLOT", "MODIFY", true, true, true)]
    [InlineData("SLOT", "MODIFY", false, true, false)]
    [InlineData("SLOT", "REMOVE", false, false, false)]
    [InlineData("R#scale-out", "INSERT", false, true, false)]
    [InlineData("R#scale-out", "MODIFY", false, true, false)]
    [InlineData("T#0000000001", "INSERT", false, false, false)]
    [InlineData("CLOSED", "INSERT", false, false, false)]
    [InlineData("COOLDOWN", "MODIFY", false, false, false)]
    public void A_change_of_the_table_reaches_the_functions_that_need_it(
        string sortKey, string change, bool isOpen, bool notifies, bool reacts)
    {
        var open = isOpen ? """, "o": {"S": "OPEN#3"}""" : "";
        var record = $$$"""
            {"eventName": "{{{change}}}", "dynamodb": {"Keys": {"pk": {"S": "F#1"}, "sk": {"S": "{{{sortKey}}}"} },
             "NewImage": {"pk": {"S": "F#1"}, "sk": {"S": "{{{sortKey}}}"} {{{open}}} } } }
            """;

        FunctionsFor(record)
            .ShouldBe([.. notifies ? ["NotifyFunction"] : (string[])[], .. reacts ? ["ReactFunction"] : (string[])[]]);
    }

    [Fact]
    public void The_ready_batch_of_the_stream_reaches_both_of_its_functions()
    {
        using var batch = JsonDocument.Parse(
            File.ReadAllBytes(Repository.PathOf("events", "stream", "010-order-cpu-high-opened.json")));

        foreach (var record in batch.RootElement.GetProperty("Records").EnumerateArray())
            FunctionsFor(record.GetRawText()).ShouldBe(["NotifyFunction", "ReactFunction"]);
    }

    [Fact]
    public void The_rules_of_read_only_calls_are_those_that_the_detections_need()
    {
        var patterns = DetectionFiles.BuiltIn().Select(file => JsonElement.Parse(file.Rule.Span).GetProperty("pattern"));

        Evaluation.Wiring().Rules.Where(rule => rule.Name is "TrailFunctionReads" or "TrailFunctionNamedReads")
            .Select(rule => JsonNode.Parse(rule.Pattern.GetProperty("detail").GetRawText())!.ToJsonString())
            .ShouldBe(ReadRule.Details(patterns).Select(detail => detail.ToJsonString()), ignoreOrder: true);
    }

    private static string DetailType(JsonElement detail) =>
        (detail.TryGetProperty("eventType", out var type) ? type.GetString() : "") switch
        {
            "AwsConsoleSignIn" => "AWS Console Sign In via CloudTrail",
            "AwsServiceEvent" => "AWS Service Event via CloudTrail",
            "AwsConsoleAction" => "AWS Console Action via CloudTrail",
            "AwsVpceEvent" => "AWS Network Activity Event via CloudTrail",
            _ => "AWS API Call via CloudTrail",
        };

    private static ImmutableArray<string> RulesFor(string message)
    {
        using var document = JsonDocument.Parse(message);
        return [.. Rules.Value.Where(rule => rule.Pattern.Matches(document.RootElement)).Select(rule => rule.Name)];
    }

    private static ImmutableArray<string> FunctionsFor(string record) =>
        [.. Evaluation.Wiring().Streams.Where(stream => stream.Filters.Any(filter => Matches(filter.Pattern, record)))
            .Select(stream => stream.Function)];

    private static bool Matches(JsonElement pattern, string json)
    {
        using var document = JsonDocument.Parse(json);
        return EventPattern.Parse(pattern).Pattern!.Matches(document.RootElement);
    }
}
