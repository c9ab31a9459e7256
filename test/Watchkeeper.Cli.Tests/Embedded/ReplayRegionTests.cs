using System.Collections.Immutable;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.Run;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class ReplayRegionTests
{
    private const string Own = "123456789012";

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("us-west-2", "123456789012 us-west-2", "123456789012 us-west-2", "123456789012 eu-central-1")]
    [InlineData("us-west-2", "123456789012 us-west-2", "210987654321 eu-west-1", "210987654321 eu-west-1")]
    [InlineData("eu-west-1", "123456789012 us-west-2", "123456789012 eu-west-1")]
    [InlineData("eu-central-1", "123456789012 the moon", "210987654321 eu-west-1")]
    public void The_region_of_a_run_is_the_one_of_most_events_of_its_own_account(string expected, params string[] places) =>
        ReplayRegion.Choose([.. places.Select(place => place.Split(' ', 2)).Select(place => Event(
            $$"""{"account":"{{place[0]}}","region":"{{place[1]}}"}"""))], Own).ShouldBe(expected);

    [Fact]
    public void Events_of_topics_and_of_actions_and_of_trails_count_too() => ReplayRegion.Choose(
        ImmutableArray.Create(
            Event("""{"Records":[{"Sns":{"TopicArn":"arn:aws:sns:eu-west-1:123456789012:alarms"}}]}"""),
            Event("""{"accountId":"123456789012","region":"eu-west-1","alarmData":{}}"""),
            Event("""{"recipientAccountId":"123456789012","awsRegion":"eu-west-1"}"""),
            Event("""{"account":"123456789012","region":"eu-central-1"}"""),
            Event("""{"account":"123456789012","region":"eu-central-1"}"""),
            Event("no JSON")),
        Own).ShouldBe("eu-west-1");

    private static EventFile Event(string json) => new("event.json", Encoding.UTF8.GetBytes(json), null);
}
