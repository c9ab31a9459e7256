using System.Text;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Events;

public sealed class CloudWatchEventTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<LambdaTestJson> json = new();

    [Fact]
    public void A_scheduled_event_is_read()
    {
        var read = Read<ScheduledEvent>(
            """
            {"version":"0","id":"53dc4d37","detail-type":"Scheduled Event","source":"aws.events","account":"111122223333",
             "time":"2026-11-24T07:00:00Z","region":"eu-west-1","resources":["arn:aws:events:eu-west-1:111122223333:rule/sweep"],"detail":{}}
            """);

        read.Version.ShouldBe("0");
        read.Id.ShouldBe("53dc4d37");
        read.DetailType.ShouldBe("Scheduled Event");
        read.Source.ShouldBe("aws.events");
        read.Account.ShouldBe("111122223333");
        read.Region.ShouldBe("eu-west-1");
        read.Time.ShouldBe(new DateTime(2026, 11, 24, 7, 0, 0, DateTimeKind.Utc));
        read.Time.Kind.ShouldBe(DateTimeKind.Utc);
        read.Resources.ShouldBe(["arn:aws:events:eu-west-1:111122223333:rule/sweep"]);
        read.Detail.ShouldNotBeNull();
    }

    [Fact]
    public void The_detail_has_the_type_that_the_handler_asks_for() =>
        Read<CloudWatchEvent<Order>>("""{"detail":{"id":"7"},"detail-type":"Order"}""").Detail.Id.ShouldBe("7");

    [Fact]
    public void A_missing_member_is_null()
    {
        var read = Read<CloudWatchEvent<Order>>("{}");

        read.Detail.ShouldBeNull();
        read.DetailType.ShouldBeNull();
        read.Resources.ShouldBeNull();
        read.Time.ShouldBe(default);
    }

    private T Read<T>(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return json.Deserialize<T>(stream);
    }
}
