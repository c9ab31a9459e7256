using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Functions.Observability;
using Xunit;

namespace Watchkeeper.Functions.Tests.Observability;

[Collection(nameof(Tracing))]
public sealed class TracingTests : IDisposable
{
    private static readonly TraceHeader Own = new("1-69a7c0ff-0123456789abcdef01234567", "53995c3f42cd8ad8", true);
    private static readonly TraceHeader Origin = new("1-69a7c0f0-89abcdef0123456789abcdef", "aaaaaaaaaaaaaaa1", true);

    private readonly DaemonListener daemon = new();
    private readonly Tracing tracing;

    public TracingTests() => tracing = new Tracing(XRayDaemon.Connect(daemon.Address)!);

    public void Dispose()
    {
        tracing.Dispose();
        daemon.Dispose();
    }

    [Fact]
    public void A_piece_of_work_is_a_subsegment_under_the_functions_own_segment()
    {
        using (var activity = Tracing.Begin("record", Own))
        {
            activity.ShouldNotBeNull();
            activity.SetStartTime(new DateTime(2026, 3, 4, 5, 6, 7, 89, DateTimeKind.Utc));
            activity.SetTag("incident", "inc-1").SetTag("signals", 3).SetTag("log.stream", "a/b");
            activity.SetEndTime(new DateTime(2026, 3, 4, 5, 6, 7, 139, DateTimeKind.Utc));
        }

        var document = daemon.Documents().ShouldHaveSingleItem();
        document.GetProperty("name").GetString().ShouldBe("record");
        document.GetProperty("type").GetString().ShouldBe("subsegment");
        document.GetProperty("trace_id").GetString().ShouldBe(Own.Root);
        document.GetProperty("parent_id").GetString().ShouldBe(Own.Parent);
        document.GetProperty("id").GetString()!.Length.ShouldBe(16);
        document.GetProperty("start_time").GetDecimal().ShouldBe(1772600767.089m);
        document.GetProperty("end_time").GetDecimal().ShouldBe(1772600767.139m);
        document.GetProperty("annotations").GetRawText().ShouldBe("""{"incident":"inc-1","signals":3}""");
        document.GetProperty("metadata").GetRawText().ShouldBe("""{"log.stream":"a/b"}""");
        document.TryGetProperty("fault", out _).ShouldBeFalse();
        document.TryGetProperty("namespace", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_segment_that_starts_inside_another_is_its_child()
    {
        using (Tracing.Begin("outer", Own))
        {
            using var inner = Tracing.Source.StartActivity("DynamoDB");
            inner!.SetTag(TraceTags.Operation, "UpdateItem").SetTag(TraceTags.Table, "t").SetTag(TraceTags.HttpStatus, 200);
        }

        var documents = daemon.Documents();
        var (inside, outside) = (documents[0], documents[1]);
        inside.GetProperty("parent_id").GetString().ShouldBe(outside.GetProperty("id").GetString());
        inside.GetProperty("namespace").GetString().ShouldBe("aws");
        inside.GetProperty("aws").GetRawText().ShouldBe("""{"operation":"UpdateItem","table_name":"t"}""");
        inside.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32().ShouldBe(200);
        inside.TryGetProperty("annotations", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_notification_is_a_segment_in_the_trace_of_its_change_and_a_subsegment_in_the_trace_of_the_invocation()
    {
        using (Tracing.Continue("watchkeeper-notify", Origin, Own))
        {
            using var send = Tracing.Source.StartActivity("SNS");
        }

        var documents = daemon.Documents();
        documents.Count.ShouldBe(4);
        var segment = documents.Single(document => InTrace(document, Origin) && Named(document, "watchkeeper-notify"));
        segment.TryGetProperty("type", out _).ShouldBeFalse();
        segment.GetProperty("parent_id").GetString().ShouldBe(Origin.Parent);
        var mirrored = documents.Single(document => InTrace(document, Own) && Named(document, "watchkeeper-notify"));
        mirrored.GetProperty("type").GetString().ShouldBe("subsegment");
        mirrored.GetProperty("parent_id").GetString().ShouldBe(Own.Parent);
        foreach (var trace in new[] { Origin, Own })
        {
            var send = documents.Single(document => InTrace(document, trace) && Named(document, "SNS"));
            send.GetProperty("type").GetString().ShouldBe("subsegment");
            send.GetProperty("parent_id").GetString().ShouldBe(segment.GetProperty("id").GetString());
        }
    }

    [Fact]
    public void A_change_whose_trace_is_not_sampled_is_notified_in_the_trace_of_the_invocation()
    {
        Tracing.Continue("notify", Origin with { Sampled = false }, Own)?.Dispose();
        Tracing.Continue("notify", null, Own)?.Dispose();
        Tracing.Continue("notify", Own with { Parent = "bbbbbbbbbbbbbbb2" }, Own)?.Dispose();

        var documents = daemon.Documents();
        documents.Count.ShouldBe(3);
        documents.ShouldAllBe(document =>
            InTrace(document, Own) && document.GetProperty("parent_id").GetString() == Own.Parent
            && document.GetProperty("type").GetString() == "subsegment");
    }

    [Fact]
    public void An_invocation_that_is_not_sampled_still_goes_on_with_a_trace_that_is()
    {
        Tracing.Continue("notify", Origin, Own with { Sampled = false })?.Dispose();

        InTrace(daemon.Documents().ShouldHaveSingleItem(), Origin).ShouldBeTrue();
    }

    [Fact]
    public void A_trace_that_is_not_sampled_sends_nothing()
    {
        Tracing.Begin("record", Own with { Sampled = false }).ShouldBeNull();
        Tracing.Begin("record", null).ShouldBeNull();
        Tracing.Source.StartActivity("SNS").ShouldBeNull();

        daemon.Documents().ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_records_its_cause()
    {
        using (var activity = Tracing.Begin("record", Own))
            activity!.SetStatus(ActivityStatusCode.Error).AddException(new FormatException("not a \n time"));

        var document = daemon.Documents().ShouldHaveSingleItem();
        document.GetProperty("fault").GetBoolean().ShouldBeTrue();
        var exception = document.GetProperty("cause").GetProperty("exceptions").EnumerateArray().ShouldHaveSingleItem();
        exception.GetProperty("type").GetString().ShouldBe("System.FormatException");
        exception.GetProperty("message").GetString().ShouldBe("not a \n time");
        exception.GetProperty("id").GetString()!.Length.ShouldBe(16);
    }

    [Fact]
    public void A_document_longer_than_the_daemon_takes_goes_without_what_is_long()
    {
        using (var activity = Tracing.Begin("record", Own))
        {
            for (var i = 0; i < 500; i++)
                activity!.SetTag($"long.{i}", new string('x', 1000));
        }

        var document = daemon.Documents().ShouldHaveSingleItem();
        document.GetProperty("name").GetString().ShouldBe("record");
        document.TryGetProperty("metadata", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_name_keeps_only_allowed_characters()
    {
        Tracing.Begin("订单 <b>\n" + new string('x', 300), Own)?.Dispose();

        var name = daemon.Documents().ShouldHaveSingleItem().GetProperty("name").GetString()!;
        name.ShouldStartWith("订单 _b__x");
        name.Length.ShouldBe(200);
    }

    [Fact]
    public void A_daemon_that_is_gone_harms_nothing()
    {
        daemon.Dispose();

        for (var i = 0; i < 3; i++)
            Tracing.Begin("record", Own)?.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:99999")]
    public void An_invalid_address_gives_no_daemon(string? address) => XRayDaemon.Connect(address).ShouldBeNull();

    [Fact]
    public void The_long_form_of_the_address_names_the_udp_port()
    {
        using var way = XRayDaemon.Connect($"tcp:127.0.0.1:1 udp:{daemon.Address}");
        way.ShouldNotBeNull();

        way.Send("{\"format\":\"json\",\"version\":1}\n{}"u8);

        daemon.Documents().ShouldHaveSingleItem();
    }

    private static bool InTrace(JsonElement document, TraceHeader trace) =>
        document.GetProperty("trace_id").GetString() == trace.Root;

    private static bool Named(JsonElement document, string name) => document.GetProperty("name").GetString() == name;
}
