using Shouldly;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

public sealed class EmbeddedDeliveryTests : IDisposable
{
    // The topic and the mail.
    private const int Ways = 2;

    private readonly OneAlarmRun run = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task After_a_run_the_command_sends_the_messages_itself_and_only_once()
    {
        await run.CompleteAsync();
        var before = run.Messages;
        before.ShouldNotBeEmpty();
        await using var store = await run.OpenAsync();

        await OneAlarmRun.AcknowledgeAsync(store);
        run.Messages.ShouldBe(before);
        await store.SettleAsync(Token);

        var added = run.Messages.Except(before).ToList();
        added.Count.ShouldBe(Ways, "those that were told of the incident are told of its acknowledgement");
        added.ShouldAllBe(name => name.Contains("-acknowledged-"));
        await store.SettleAsync(Token);
        run.Messages.Count.ShouldBe(before.Count + added.Count);
    }

    [Fact]
    public async Task Commands_at_once_send_each_message_once()
    {
        await run.CompleteAsync();
        var before = run.Messages;
        await using var store = await run.OpenAsync();
        await OneAlarmRun.AcknowledgeAsync(store);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                await using var other = await run.OpenAsync();
                await other.SettleAsync(Token);
            },
            Token)));

        await OnceAsync(before);
    }

    // The lock keeps two feeders apart; the claims of the notification log must do so without it.
    [Fact]
    public async Task Two_feeders_without_the_lock_send_each_message_once()
    {
        await run.CompleteAsync();
        var before = run.Messages;
        await using (var store = await run.OpenAsync())
            await OneAlarmRun.AcknowledgeAsync(store);

        await Task.WhenAll(Task.Run(FeedAsync, Token), Task.Run(FeedAsync, Token));

        await OnceAsync(before);
    }

    [Fact]
    public async Task A_run_that_goes_on_sends_the_messages_of_a_command()
    {
        await using var output = new OutputLines();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        // A run that does not react ends here, and fails the test.
        stop.CancelAfter(TimeSpan.FromMinutes(1));
        var going = Task.Run(() => run.GoOnAsync(output, stop.Token), Token);
        while (!going.IsCompleted && run.Messages.Count(name => name.Contains("-opened-")) < Ways)
            await Task.Delay(TimeSpan.FromMilliseconds(50), Token);
        going.IsCompleted.ShouldBeFalse();
        var before = run.Messages;
        RunLock.TryTake(run.Data).ShouldBeNull("the run holds the folder");
        await using var store = await run.OpenAsync();

        await OneAlarmRun.AcknowledgeAsync(store);
        while (!going.IsCompleted && run.Messages.Count < before.Count + Ways)
            await store.SettleAsync(Token);

        going.IsCompleted.ShouldBeFalse();
        await OnceAsync(before);
        // A message is there a moment before the run says so.
        while (!going.IsCompleted && !output.Has("\"acknowledged\""))
            await Task.Delay(TimeSpan.FromMilliseconds(50), Token);
        await stop.CancelAsync();
        await OneAlarmRun.EndAsync(going);
        output.Has("\"acknowledged\"").ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_waits_for_its_folder_and_refuses_one_that_another_run_has()
    {
        Directory.CreateDirectory(run.Data);
        await using (RunLock.TryTake(run.Data))
        {
            var second = await Should.ThrowAsync<Processes.RunException>(() => run.CompleteAsync());
            second.Message.ShouldContain("Another run uses");
        }

        await run.CompleteAsync();
        RunLock.TryTake(run.Data).ShouldNotBeNull().Dispose();
    }

    private async Task OnceAsync(IReadOnlyList<string> before)
    {
        var added = run.Messages.Except(before).ToList();
        added.Count.ShouldBe(Ways, string.Join('\n', added));
        // The end of a name identifies the delivery.
        added.Select(name => Path.GetFileNameWithoutExtension(name)[^16..]).Distinct().Count().ShouldBe(added.Count);
        using var database = EmbeddedDatabase.Open(Path.Combine(run.Data, "watchkeeper.db"));
        var log = new NotificationLog(new EmbeddedTable(database), TimeSpan.FromDays(30));
        await using var store = await run.OpenAsync();
        var page = await store.Queries.ListAsync(new Queries.IncidentQuestion.Active(), 1, null, Token);
        var records = new List<NotificationRecord>();
        await foreach (var record in log.ListAsync(page.Incidents[0].Incident.Id, Token))
            records.Add(record);
        records.SelectMany(record => record.Deliveries).ShouldAllBe(
            delivery => delivery.Attempts == 1 && !delivery.IsUnfinished);
    }

    private async Task FeedAsync()
    {
        var names = new PhysicalNames();
        var template = Testing.Repository.PathOf("template.yaml");
        var application = new EmbeddedApplication(
            Path.Combine(Path.GetDirectoryName(template)!, "events", EventFiles.ApplicationFolder));
        var alarms = await application.AlarmsAsync(names.Account, names.Region, TimeProvider.System, Token);
        var wiring = Repository.Wiring(template, new Dictionary<string, string>(StringComparer.Ordinal), names);
        await using var backend = EmbeddedBackend.Open(wiring, run.Data, application, alarms, TimeProvider.System);
        await backend.SettleAsync(Token);
    }
}
