using Shouldly;
using Watchkeeper.Cli.Tests.Asking;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>What somebody silences is quiet: the functions read what the commands write.</summary>
public sealed class SilencedRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    [Theory]
    [InlineData("name=shop-order-cpu-high", null, new[] { "held", "held" })]
    [InlineData("name=shop-order-cpu-low", null, new[] { "sent", "sent" })]
    // A silence that begins later, and one that was ended, keep nothing quiet.
    [InlineData("name=shop-order-cpu-high", "2026-11-17T09:00Z", new[] { "sent", "sent" })]
    [InlineData("name=shop-order-cpu-high", "", new[] { "sent", "sent" })]
    public async Task An_alarm_after_it_is_told_or_not(string matcher, string? from, string[] deliveries)
    {
        await StoryFixture.RunAsync(Data, Event("trail", "010-console-sign-in-with-mfa.json"));
        var id = await Silencer.AddedAsync(
            Data, Silencer.Draft(matcher) with { For = "1d", From = string.IsNullOrEmpty(from) ? null : from });
        using var silencer = new Silencer(Data);
        if (from is "")
            await silencer.ExpireAsync(id, asJson: true);

        await StoryFixture.RunAsync(Data, Event("alarm-eventbridge", "010-order-cpu-high-alarm.json"));

        using var asker = new Asker(Data);
        await asker.ListAsync(asker.Active(Cli.Asking.AnswerFormat.Json));
        var incident = asker.Json.Single().GetProperty("id").GetString()!;
        asker.Json.Single().GetProperty("quiet").GetString().ShouldBe(deliveries[0] == "held" ? $"silence {id}" : null);
        using var shown = new Asker(Data);
        await shown.ShowAsync(incident, asJson: true);
        var opened = shown.Json.Single().GetProperty("timeline").EnumerateArray().Single().GetProperty("deliveries");
        opened.EnumerateArray().Select(delivery => delivery.GetProperty("status").GetString()).ShouldBe(deliveries);
        // What was kept back was not sent, so no other silence would have kept it back.
        await silencer.PreviewAsync(["source=alarm"], asJson: true);
        silencer.Json[^1].GetProperty("messages").GetInt32().ShouldBe(deliveries.Count(status => status == "sent"));
    }

    public void Dispose() => folder.Dispose();

    private static string Event(string source, string file) => Repository.PathOf("events", source, file);
}
