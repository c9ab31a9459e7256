using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Functions.Reacting;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Text;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>
/// Runs each event below Cases through the real parser, lifecycle and reactor, with the groups of its folder. «reading» is the
/// parsed signal, followed by the result of the reaction; «observed» changes the alarm between the event and the reaction.
/// </summary>
public sealed class FieldReactionTests
{
    private const string ExpectedSuffix = ".expected.json";
    private static readonly Home Home = new("123456789012", "eu-central-1");

    public static TheoryData<string> All =>
    [
        .. Directory.EnumerateFiles(Folder(), $"*{ExpectedSuffix}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder(), file)[..^ExpectedSuffix.Length].Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_reactions_are_those_that_an_operator_would_want(string name)
    {
        var file = Path.Combine(Folder(), name);
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(file + ExpectedSuffix, TestContextToken)).RootElement;
        using var world = new World();
        var payload = await File.ReadAllBytesAsync(file + ".json", TestContextToken);
        world.Time.SetUtcNow(EventTime.Read(payload)!.Value.AddSeconds(5));

        var reading = AlarmEvents.Read(payload, world.Time.GetUtcNow()).Single();

        Describe(reading).ShouldBe(expected.GetProperty("reading").GetString());
        if (reading is not SignalParseResult.Accepted { Signal: var signal })
            return;
        foreach (var part in expected.EnumerateObject().Where(part => Actual(part.Name, signal) is not null))
            Actual(part.Name, signal).ShouldBe(part.Value.GetString(), part.Name);
        var record = await ReactAsync(world, file, signal, Text(expected, "observed"));
        record.ShouldNotBeNull();
        var refusal = record.Refusal is { } reason ? $" {reason.ToKebabCase()}" : "";
        $"{record.Reaction} {record.Status.ToKebabCase()}{refusal}".ShouldBe(expected.GetProperty("reaction").GetString());
        record.Detail.ShouldContain(Text(expected, "detail"));
    }

    private static async Task<ReactionRecord?> ReactAsync(World world, string file, Signal signal, string observed)
    {
        var alarms = new ScriptedAlarms();
        alarms.Publish(signal);
        Change(alarms, signal, observed);
        var groups = EmbeddedScaling.Load(Path.Combine(Path.GetDirectoryName(file)!, "application", "auto-scaling-groups.json"));
        var configuration =
            world.Configuration with { Home = Home, Reactions = new ReactionOptions { Mode = ReactionMode.Auto } };
        var before = groups.Groups.ToDictionary(group => group.Name, StringComparer.Ordinal);

        var change = (await world.RecordAsync(signal)).Single();
        var result = (await new Reactor(world.Ledger, groups, alarms, configuration, world.Time)
            .ReactAsync(change, world.Deadline, TestContextToken)).SingleOrDefault();

        var record = (result as ReactResult.Finished)?.Record;
        (record?.Status is ReactionStatus.Done).ShouldBe(groups.Groups.Any(group => group != before[group.Name]), "the groups");
        return record;
    }

    private static void Change(ScriptedAlarms alarms, Signal signal, string observed)
    {
        if (observed == "unavailable")
            alarms.Unavailable = "AccessDenied: not allowed to describe alarms";
        alarms.Change(signal.Subject.Name, alarm => observed switch
        {
            "gone" => null,
            "recovered" => alarm with { Signal = alarm.Signal with { Condition = SignalCondition.Resolved } },
            "actions-disabled" =>
                alarm with { Signal = alarm.Signal with { Mute = new Mute(MuteKind.ActionsDisabled, "", null) } },
            "scaling" => alarm with
            {
                Actions = ["arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:1:autoScalingGroupName/x:policyName/y"],
            },
            _ => alarm,
        });
    }

    private static string? Actual(string part, Signal signal) => part switch
    {
        "load" => signal.Subject.Labels["load"],
        "account" => signal.Subject.Account,
        "region" => signal.Subject.Region,
        "mute" => signal.Mute is { } mute ? mute.Kind.ToKebabCase() : "",
        "severity" => SeverityRules.Default.Classify(signal).ToKebabCase(),
        _ => null,
    };

    private static string Describe(SignalParseResult reading) => reading switch
    {
        SignalParseResult.Accepted => "accepted",
        SignalParseResult.Ignored ignored => $"ignored {ignored.Reason}",
        _ => reading.ToString(),
    };

    private static string Text(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Reacting", "Cases");
}
