using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class PacedSendsTests : IDisposable
{
    private readonly World world = new()
    {
        Configuration = WatchkeeperConfiguration.Default(
            new Channel(ChannelKind.Slack, "https://hooks.slack.example/1"), new Channel(ChannelKind.Mail, "ops@shop.example")),
    };

    private readonly List<DateTimeOffset> requests = [];
    private int signals;
    private readonly HashSet<string> notified = new(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Whoever_waits_for_a_turn_has_tried_nothing_and_the_other_channel_has_its_message()
    {
        var notifier = Notifier(_ => new SendResult.Sent("ok"));

        await NotifyAsync(notifier, 2);

        var rows = await RowsAsync();
        rows.SelectMany(row => row.Deliveries).Count(delivery => delivery.Status is DeliveryStatus.Sent).ShouldBe(3);
        var waiting = rows.SelectMany(row => row.Deliveries).Single(delivery => delivery.IsUnfinished);
        (waiting.Channel.Kind, waiting.Status, waiting.Attempts, waiting.IsQueued)
            .ShouldBe((ChannelKind.Slack, DeliveryStatus.Retrying, 0, true));
        waiting.NextAttemptAt.ShouldBe(World.Noon.AddSeconds(1));
    }

    [Fact]
    public async Task What_waited_goes_in_its_turn_and_leaves_nothing_behind()
    {
        var notifier = Notifier(_ => new SendResult.Sent("ok"));
        await NotifyAsync(notifier, 5);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync(notifier);

        requests.Count.ShouldBe(5);
        (await RowsAsync()).ShouldAllBe(row => row.IsSettled && row.DueAt == null);
    }

    [Fact]
    public async Task A_limit_that_the_receiver_names_is_obeyed_by_all_and_costs_one_attempt()
    {
        var notifier = Notifier(_ => new SendResult.Retry("429", TimeSpan.FromMinutes(10)));

        await NotifyAsync(notifier, 20);
        for (var minute = 0; minute < 9; minute++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync(notifier);
        }

        requests.Count.ShouldBe(1);
        (await RowsAsync()).SelectMany(row => row.Deliveries).Sum(delivery => delivery.Attempts).ShouldBe(1 + 20);
    }

    [Fact]
    public async Task If_the_table_cannot_give_a_turn_nothing_is_sent_at_all()
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail"));
        var slack = new ScriptedChannel(ChannelKind.Slack, _ => new SendResult.Sent("ok")) { Pace = ChannelPace.EachSecond };
        var changes = await world.RecordAsync(World.Signal());
        var notifier = new Notifier(world.Notifications, [mail, slack], world.Configuration, world.Time)
        {
            Paces = new AddressPaces(new BrokenTable()),
        };

        await Should.ThrowAsync<IOException>(() => notifier.NotifyAsync(changes.Single(), world.Deadline, Token));

        (mail.Tries, slack.Tries).ShouldBe((0, 0));
    }

    // The figure of a channel that is down for an hour while a thousand messages come.
    [Fact]
    public async Task After_an_hour_without_the_receiver_a_thousand_messages_go_one_a_second_within_twenty_minutes()
    {
        var isDown = true;
        var notifier = Notifier(_ => isDown ? new SendResult.Retry("503") : new SendResult.Sent("ok"));
        var changes = await RecordAsync(1000);
        for (var minute = 0; minute < 60; minute++)
        {
            foreach (var change in changes.Skip(minute * 20).Take(20))
                Count(await notifier.NotifyAsync(change, world.Deadline, Token));
            await SweepAsync(notifier, pauses: true);
        }

        var probes = requests.Count;
        requests.Clear();
        isDown = false;
        var back = world.Time.GetUtcNow();
        while (notified.Count < 1000 && world.Time.GetUtcNow() - back < TimeSpan.FromHours(1))
            await SweepAsync(notifier, pauses: true);

        notified.Count.ShouldBe(1000);
        (await RowsAsync()).ShouldAllBe(row => row.IsSettled);
        (requests[^1] - back).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(20));
        requests.Zip(requests.Skip(1)).ShouldAllBe(each => each.Second - each.First >= TimeSpan.FromSeconds(1));
        probes.ShouldBeInRange(20, 60);
    }

    [Fact]
    public async Task A_dead_address_keeps_no_other_one_waiting()
    {
        var slack = new TaskCompletionSource<SendResult>();
        var log = new List<string>();
        foreach (var row in (NotificationRecord[])
            [Row(ChannelKind.Slack, "T#a", 1), Row(ChannelKind.Slack, "T#b", 2), Row(ChannelKind.Mail, "T#c", 3)])
        {
            var claim = await world.Notifications.ClaimAsync(row, World.Noon, world.Deadline, Token);
            await world.Notifications.SettleAsync(claim.ShouldBeOfType<ClaimResult.Claimed>().Record, Token);
        }

        var sends = new DueSends(world.Notifications, world.Time, async row =>
        {
            log.Add(row.Entry.Key);
            if (row.Deliveries[0].Channel.Kind is ChannelKind.Slack)
                await slack.Task;
        });

        var sending = sends.SendAsync(World.Noon, World.Noon.AddMinutes(2), Token);

        log.ShouldBe(["T#a", "T#c"]);
        slack.SetResult(new SendResult.Sent("ok"));
        await sending;
        log.ShouldBe(["T#a", "T#c", "T#b"]);
    }

    private static NotificationRecord Row(ChannelKind kind, string key, int second) => new()
    {
        Entry = Watchkeeper.Testing.SampleEntries.Create(Transition.Opened) with { Key = key },
        Deliveries =
        [
            new Delivery
            {
                Receiver = "ops",
                Channel = new Channel(kind, "address"),
                Status = DeliveryStatus.Retrying,
                NextAttemptAt = World.Noon.AddSeconds(second - 10),
            },
        ],
    };

    private Notifier Notifier(Func<int, SendResult> answer)
    {
        var mail = new ScriptedChannel(ChannelKind.Mail, _ => new SendResult.Sent("mail"));
        var slack = new ScriptedChannel(ChannelKind.Slack, tries =>
        {
            requests.Add(world.Time.GetUtcNow());
            return answer(tries);
        })
        {
            Pace = ChannelPace.EachSecond,
        };
        return new Notifier(world.Notifications, [mail, slack], world.Configuration, world.Time)
        {
            Paces = new AddressPaces(world.Table),
        };
    }

    private async Task NotifyAsync(Notifier notifier, int count)
    {
        foreach (var change in await RecordAsync(count))
            Count(await notifier.NotifyAsync(change, world.Deadline, Token));
    }

    // All at once: each call reads the whole table of changes.
    private Task<ImmutableArray<StoreChange>> RecordAsync(int count) =>
        world.RecordAsync([.. Enumerable.Range(0, count).Select(_ => World.Signal(name: $"alarm-{++signals}"))]);

    private void Count(NotifyResult result)
    {
        if (result is NotifyResult.Tried tried)
        {
            foreach (var delivery in tried.Deliveries.Where(each =>
                each.Channel.Kind is ChannelKind.Slack && each.Status is DeliveryStatus.Sent))
            {
                notified.Add(tried.Record.Entry.Incident.Id + tried.Record.Entry.Key);
            }
        }
    }

    // As the function does: within 66 seconds, and the next begins a minute after this one.
    private async Task SweepAsync(Notifier notifier, bool pauses = false)
    {
        var begin = world.Time.GetUtcNow();
        var deadline = begin.AddSeconds(66);
        var sends = new DueSends(world.Notifications, world.Time, async row =>
            Count(await notifier.ResumeAsync(row, deadline, Token)))
        {
            IntervalOf = notifier.IntervalOf,
            Pause = pauses ? Pause : null,
        };
        await sends.SendAsync(begin, begin.AddSeconds(33), Token);
        if (!pauses)
            return;
        await sends.SendAsync(deadline.AddSeconds(-7), deadline.AddSeconds(-7), Token);
        if (world.Time.GetUtcNow() < begin.AddMinutes(1))
            world.Time.SetUtcNow(begin.AddMinutes(1));

        Task Pause(TimeSpan span, CancellationToken cancellationToken)
        {
            world.Time.Advance(span);
            return Task.CompletedTask;
        }
    }

    private async Task<List<NotificationRecord>> RowsAsync()
    {
        var rows = new List<NotificationRecord>();
        foreach (var incident in world.Changes.OfType<SlotChanged>().Select(change => change.After.Incident!.Id).Distinct())
        {
            await foreach (var row in world.Notifications.ListAsync(incident, Token))
                rows.Add(row);
        }

        return rows;
    }

    private sealed class BrokenTable : IRowTable
    {
        public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) => throw new IOException("no table");

        public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
            throw new IOException("no table");

        public Task<RowTransactionResult> WriteAllAsync(
            ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) => throw new IOException("no table");

        public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
            throw new IOException("no table");

        public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
            throw new IOException("no table");

        public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
            throw new IOException("no table");
    }
}
