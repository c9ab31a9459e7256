using System.Collections.Immutable;
using Amazon.CloudWatch;
using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Alarms;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Tests.Embedded;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Emulators;

public sealed class MotoAlarmsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_alarms_of_the_run_are_shown_with_account_region_and_time()
    {
        var place = Directory.CreateTempSubdirectory("watchkeeper-moto-").FullName;
        var shown = new MotoAlarms(place);
        await using var moto = await MotoServer.StartAsync(Emulated.Options with { Variables = Variables(shown) }, Token);
        using var client = new AmazonCloudWatchClient(
            Emulated.Credentials,
            new AmazonCloudWatchConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = EmulatedWorld.DefaultRegion });
        var asked = new CloudWatchAlarms(client, TimeProvider.System, _ => { });
        (await FindAsync(asked, "a")).ShouldBeEmpty();

        var story = new AlarmStory().State("a", "ALARM", "10:00").State("b", "OK", "10:00")
            .Configuration("c", "create", "10:00", "ALARM", enabled: false, actions: ["arn:aws:sns:::t"])
            .Contributor("fleet", "one", "ALARM", "10:00").Contributor("fleet", "two", "OK", "10:00");
        shown.Show(story.Alarms);

        var firing = await asked.ListFiringAsync(Token).ToListAsync(Token);
        firing.Select(alarm => alarm.Name).ShouldBe(["a", "c", "fleet"]);
        var known = (await story.FindAsync("a"))!;
        firing[0].Signal.Id.ShouldBe(known.Signal.Id);
        firing[0].Signal.Subject.Fingerprint.ShouldBe(known.Signal.Subject.Fingerprint);
        firing[1].Actions.ShouldBe(["arn:aws:sns:::t"]);
        firing[1].Signal.Mute?.Kind.ShouldBe(Signals.MuteKind.ActionsDisabled);
        (await FindAsync(asked, "b", "gone")).ShouldBe(["b"]);
        var contributor = (await asked.ListFiringContributorsAsync(firing[2], Token).ToListAsync(Token)).ShouldHaveSingleItem();
        contributor.Signal.Id.ShouldBe(
            (await story.Alarms.ListFiringContributorsAsync(firing[2], Token).ToListAsync(Token))
                .ShouldHaveSingleItem().Signal.Id);

        shown.Show(story.Configuration("a", "delete", "10:30").Alarms);
        (await FindAsync(asked, "a")).ShouldBeEmpty();
        Directory.Delete(place, recursive: true);
    }

    [Theory]
    [InlineData("010-order-cpu-high-alarm.json")]
    [InlineData("100-warehouse-status-check-failed-alarm.json")]
    [InlineData("071-order-cpu-high-alarm-tagged-critical.json")]
    public async Task An_alarm_over_one_metric_is_shown_as_the_event_described_it(string file)
    {
        var place = Directory.CreateTempSubdirectory("watchkeeper-moto-").FullName;
        var shown = new MotoAlarms(place);
        var alarms = new EmbeddedAlarms("123456789012", "eu-central-1");
        alarms.Observe(
            File.ReadAllBytes(Repository.PathOf("events", "alarm-eventbridge", file)), TimeProvider.System.GetUtcNow());
        shown.Show(alarms);
        await using var moto = await MotoServer.StartAsync(Emulated.Options with { Variables = Variables(shown) }, Token);
        using var client = new AmazonCloudWatchClient(
            Emulated.Credentials,
            new AmazonCloudWatchConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = EmulatedWorld.DefaultRegion });

        var found = await new CloudWatchAlarms(client, TimeProvider.System, _ => { }).ListFiringAsync(Token).ToListAsync(Token);

        var known = alarms.All.ShouldHaveSingleItem().Observe()!.Signal;
        var signal = found.ShouldHaveSingleItem().Signal;
        signal.Id.ShouldBe(known.Id);
        signal.Subject.ShouldBe(known.Subject);
        signal.DeclaredSeverity.ShouldBe(known.DeclaredSeverity);
        Directory.Delete(place, recursive: true);
    }

    private static async Task<string[]> FindAsync(CloudWatchAlarms alarms, params string[] names) =>
        [.. ((AlarmLookup.Found)await alarms.FindAsync(names, Token)).Alarms.Select(alarm => alarm.Name)];

    private static ImmutableDictionary<string, string> Variables(MotoAlarms shown) =>
        MotoInstances.Variables(new EmbeddedApplication(Repository.PathOf("events", "application")))
            .Add(MotoAlarms.Variable, shown.Path);
}
