using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Queries;
using Watchkeeper.Storage;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

public sealed class EmulatorsOpeningTests(DynamoDbLocalFixture dynamoDb) : IClassFixture<DynamoDbLocalFixture>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_is_asked_while_it_goes_on_and_not_afterwards()
    {
        using var client = dynamoDb.CreateClient();
        var (table, _) = await TemplateTable.CreateAsync(client, Token);
        await new SlotStore(new DynamoDbTable(client, table, TimeProvider.System), StoreHarness.SlotRetention)
            .WriteAsync(Orders.Opening(), Token);
        Record(dynamoDb.ServiceUrl, table);

        await using (RunLock.TryTake(folder.Path))
        {
            await using var store = await OpenAsync();
            var page = await store.Queries.ListAsync(new IncidentQuestion.Active(), 10, null, Token);
            page.Incidents.ShouldHaveSingleItem().Incident.Subject.ShouldBe(Orders.Subject());
        }

        (await RefusedAsync()).ShouldContain("has ended, and the data of its emulators with it");
    }

    [Fact]
    public async Task A_run_with_emulators_sends_the_messages_of_a_command()
    {
        using var run = new OneAlarmRun("emulators");
        await using var output = new OutputLines();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        // A run that does not react ends here, and fails the test.
        stop.CancelAfter(TimeSpan.FromMinutes(3));
        var going = Task.Run(() => run.GoOnAsync(output, stop.Token), Token);
        await UntilAsync("would-do");
        await using (var store = await run.OpenAsync())
        {
            store.Place.ShouldStartWith($"emulators: {run.Data}, table IncidentTable at http://127.0.0.1:");
            await OneAlarmRun.AcknowledgeAsync(store);
        }

        await UntilAsync("\"what\":\"acknowledged\",\"channel\":\"mail operations@shop.example\",\"status\":\"sent\"");
        await stop.CancelAsync();
        await OneAlarmRun.EndAsync(going);
        (await Should.ThrowAsync<RunException>(run.OpenAsync)).Message.ShouldContain("has ended");

        async Task UntilAsync(string text)
        {
            while (!output.Has(text))
            {
                going.IsCompleted.ShouldBeFalse();
                await Task.Delay(TimeSpan.FromMilliseconds(100), Token);
            }
        }
    }

    [Fact]
    public async Task An_emulator_that_does_not_answer_means_that_the_run_has_ended()
    {
        Record($"http://127.0.0.1:{LoopbackPort.AnyFree()}", "IncidentTable");

        await using (RunLock.TryTake(folder.Path))
            (await RefusedAsync()).ShouldContain("has ended");
    }

    [Fact]
    public async Task A_folder_without_emulators_is_refused() =>
        (await RefusedAsync()).ShouldContain("holds no run with emulators");

    private void Record(string url, string table) => new RunRecord
    {
        Backend = "emulators",
        Template = "template.yaml",
        Region = Emulated.Region,
        DynamoDbUrl = url,
        Table = table,
    }.Write(folder.Path);

    private Task<IIncidentStore> OpenAsync() => StoreOpening.OpenAsync(
        new StoreOptions { Backend = "emulators", Data = folder.Path }, TimeProvider.System, Token);

    private async Task<string> RefusedAsync() => (await Should.ThrowAsync<RunException>(OpenAsync)).Message;
}
