using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Observability;

public sealed class MetricsTests : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly Metrics metrics;

    public MetricsTests() => metrics = new Metrics(
        new LineOutput(stream), new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_772_600_767_089)),
        "TrailFunction");

    public void Dispose() => stream.Dispose();

    [Fact]
    public void A_decided_signal_counts_by_source_and_outcome_and_is_timed_by_source()
    {
        metrics.SignalDecided(SignalSource.Alarm, DecisionReason.NothingToResolve, TimeSpan.FromMilliseconds(1234.4));

        Text().ShouldBe(
            """
            {"_aws":{"Timestamp":1772600767089,"CloudWatchMetrics":[
            {"Namespace":"Watchkeeper","Dimensions":[["Source","Outcome"],[]],"Metrics":[{"Name":"SignalsReceived","Unit":"Count"}]},
            {"Namespace":"Watchkeeper","Dimensions":[["Source"],[]],"Metrics":[{"Name":"EventToRecord","Unit":"Milliseconds"}]}]},
            "Source":"alarm","Outcome":"nothing-to-resolve","SignalsReceived":1,"EventToRecord":1234}
            """.ReplaceLineEndings("") + "\n");
    }

    [Fact]
    public void Only_a_message_that_was_taken_is_timed()
    {
        metrics.Send(ChannelKind.Mail, DeliveryStatus.Failed, TimeSpan.FromSeconds(5));
        metrics.Send(ChannelKind.Sns, DeliveryStatus.Sent, TimeSpan.FromSeconds(5));

        var documents = Documents();
        documents[0].TryGetProperty("EventToNotification", out _).ShouldBeFalse();
        documents[0].GetProperty("Result").GetString().ShouldBe("failed");
        documents[1].GetProperty("EventToNotification").GetInt32().ShouldBe(5000);
        documents[1].GetProperty("Channel").GetString().ShouldBe("sns");
    }

    [Fact]
    public void Clocks_that_disagree_give_no_negative_time()
    {
        metrics.SignalDecided(SignalSource.Health, DecisionReason.Opened, TimeSpan.FromSeconds(-3));

        Documents()[0].GetProperty("EventToRecord").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void A_reaction_that_is_not_in_the_catalogue_makes_no_metric_of_its_own()
    {
        metrics.Reaction("scale-out", ReactionStatus.WouldDo);
        metrics.Reaction("evil\nname", ReactionStatus.Done);

        var documents = Documents();
        documents[0].GetProperty("Reaction").GetString().ShouldBe("scale-out");
        documents[0].GetProperty("Outcome").GetString().ShouldBe("would-do");
        documents[1].GetProperty("Reaction").GetString().ShouldBe("other");
    }

    [Fact]
    public void Every_document_keeps_to_the_specification()
    {
        metrics.SignalDecided(SignalSource.Trail, DecisionReason.Opened, TimeSpan.Zero);
        metrics.SignalRejected(SignalSource.Audit);
        metrics.SignalIgnored(SignalSource.Trail);
        metrics.IncidentOpened(Severity.Critical);
        metrics.IncidentResolved(Severity.Low);
        metrics.Send(ChannelKind.Sns, DeliveryStatus.Sent, TimeSpan.Zero);
        metrics.Reaction("replace-instance", ReactionStatus.Done);
        metrics.DeadLetter();
        metrics.UnknownSeverity(SignalSource.Alarm);
        metrics.StagedMatch("tap-opened");
        metrics.DetectionsUnusable();
        metrics.ConfigurationUnusable();

        var documents = Documents();
        documents.Count.ShouldBe(12);
        foreach (var document in documents)
            ShouldBeValid(document);
        documents.SelectMany(document => document.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray())
            .SelectMany(directive => directive.GetProperty("Metrics").EnumerateArray())
            .Select(metric => metric.GetProperty("Name").GetString()!)
            .Distinct(StringComparer.Ordinal).ShouldBe(
                [
                    "SignalsReceived", "EventToRecord", "IncidentsOpened", "IncidentsResolved", "Sends", "EventToNotification",
                    "Reactions", "DeadLetters", "UnknownSeverities",
                    "StagedMatches", "UnusableDetections", "UnusableConfigurations",
                ]);
    }

    // The rules of CloudWatch's specification: each name in a directive is a member of the root; metrics are numbers, dimensions
    // strings.
    private static void ShouldBeValid(JsonElement document)
    {
        var aws = document.GetProperty("_aws");
        aws.GetProperty("Timestamp").GetInt64().ShouldBeGreaterThan(0);
        foreach (var directive in aws.GetProperty("CloudWatchMetrics").EnumerateArray())
        {
            directive.EnumerateObject().Select(member => member.Name).ShouldBe(["Namespace", "Dimensions", "Metrics"]);
            directive.GetProperty("Namespace").GetString().ShouldBe("Watchkeeper");
            var sets = directive.GetProperty("Dimensions").EnumerateArray().ToList();
            sets[^1].GetArrayLength().ShouldBe(0);
            foreach (var name in sets.SelectMany(set => set.EnumerateArray()))
                document.GetProperty(name.GetString()!).ValueKind.ShouldBe(JsonValueKind.String);
            foreach (var metric in directive.GetProperty("Metrics").EnumerateArray())
            {
                document.GetProperty(metric.GetProperty("Name").GetString()!).ValueKind.ShouldBe(JsonValueKind.Number);
                metric.GetProperty("Unit").GetString().ShouldBeOneOf("Count", "Milliseconds");
            }
        }
    }

    private string Text() => Encoding.UTF8.GetString(stream.ToArray());

    private List<JsonElement> Documents() =>
        [.. Text().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
