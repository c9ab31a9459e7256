using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;
using Watchkeeper.Storage;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="AddressPaces"/>.</summary>
public abstract class AddressPacesContract : StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly Channel Team = new(ChannelKind.Slack, "ssm:/watchkeeper/slack");

    [Fact]
    public async Task Many_at_once_get_turns_of_their_own()
    {
        await using var stores = await OpenAsync();
        var paces = new AddressPaces(stores.Table);

        var turns = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TakeAsync(paces, Noon)));

        turns.Select(turn => (turn.At - Noon).TotalSeconds).Order().ShouldBe(Enumerable.Range(0, 12).Select(at => (double)at));
    }

    [Fact]
    public async Task An_address_that_rested_is_idle_again_and_others_never_were_anything_else()
    {
        await using var stores = await OpenAsync();
        var paces = new AddressPaces(stores.Table);

        (await TakeAsync(paces, Noon)).At.ShouldBe(Noon);
        (await TakeAsync(paces, Noon.AddMilliseconds(200))).At.ShouldBe(Noon.AddSeconds(1));
        (await TakeAsync(paces, Noon.AddSeconds(2))).At.ShouldBe(Noon.AddSeconds(2));
        (await TakeAsync(paces, Noon.AddSeconds(2), to: Team with { Address = "ssm:/watchkeeper/other" })).At
            .ShouldBe(Noon.AddSeconds(2));
    }

    [Fact]
    public async Task A_limit_that_the_receiver_names_holds_for_everybody_until_it_is_over()
    {
        await using var stores = await OpenAsync();
        var paces = new AddressPaces(stores.Table);
        var first = await TakeAsync(paces, Noon);
        var waiting = await TakeAsync(paces, Noon);

        await ReportAsync(paces, first, new SendResult.Retry("429", TimeSpan.FromSeconds(30)), Noon);

        // Who waited for a turn gets another one when it comes, in the same order.
        var again = await TakeAsync(paces, waiting.At, hasTurn: true);
        (again.At >= Noon.AddSeconds(30), again.Reason).ShouldBe((true, "429"));
        (await TakeAsync(paces, Noon.AddSeconds(2))).At.ShouldBeGreaterThan(again.At);
        var due = await TakeAsync(paces, again.At, hasTurn: true);
        (due.At, due.IsAfterFailure).ShouldBe((again.At, true));
    }

    [Fact]
    public async Task A_success_after_failures_opens_the_address_for_everybody()
    {
        await using var stores = await OpenAsync();
        var paces = new AddressPaces(stores.Table);
        for (var failures = 0; failures < 3; failures++)
            await ReportAsync(paces, await TakeAsync(paces, Noon), new SendResult.Retry("503"), Noon);
        var later = Noon.AddHours(1);
        (await TakeAsync(paces, Noon.AddSeconds(10))).At.ShouldBeGreaterThanOrEqualTo(Noon.AddSeconds(60));

        await ReportAsync(paces, await TakeAsync(paces, later), new SendResult.Sent("ok"), later);

        (await TakeAsync(paces, later.AddSeconds(5))).ShouldBe(
            new Turn(later.AddSeconds(5), false, "others to the same address come first"));
    }

    [Fact]
    public async Task A_refusal_for_good_is_an_answer_too()
    {
        await using var stores = await OpenAsync();
        var paces = new AddressPaces(stores.Table);
        await ReportAsync(paces, await TakeAsync(paces, Noon), new SendResult.Retry("503"), Noon);

        await ReportAsync(paces, await TakeAsync(paces, Noon.AddSeconds(5)), new SendResult.GiveUp("403"), Noon.AddSeconds(5));

        (await TakeAsync(paces, Noon.AddSeconds(10))).IsAfterFailure.ShouldBeFalse();
    }

    private static Task<Turn> TakeAsync(AddressPaces paces, DateTimeOffset now, bool hasTurn = false, Channel? to = null) =>
        paces.TakeAsync(to ?? Team, ChannelPace.EachSecond, hasTurn, now, Token);

    private static Task ReportAsync(AddressPaces paces, Turn turn, SendResult result, DateTimeOffset now) =>
        paces.ReportAsync(Team, turn, result, now, Token);
}
