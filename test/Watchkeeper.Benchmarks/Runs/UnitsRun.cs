using System.Globalization;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Text;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Write request units of one life of an incident, as DynamoDB Local counts them.</summary>
internal static class UnitsRun
{
    public static async Task RunAsync(Setup setup)
    {
        var variables = setup.Subjects.Alarm.Settings.Variables;
        using var client = new MeteredDynamoDb(variables["AWS_ENDPOINT_URL_DYNAMODB"], variables["AWS_REGION"]);
        var configuration = WatchkeeperConfiguration.Default();
        var table = new DynamoDbTable(client, variables["WATCHKEEPER_TABLE"], Clock.System);
        var intake = new SignalIntake(
            new SlotStore(table, configuration.Lifecycle.SlotRetention), configuration, Clock.System);
        var payload = (await setup.PayloadsAsync(Feed.Alarm, 1))[0];
        var opening = ((SignalParseResult.Accepted)Aws.Events.Alarms.AlarmEvents.Read(payload, Clock.System.GetUtcNow())
            .Single()).Signal;
        var repeat = opening with { Id = "1", OccurredAt = opening.OccurredAt.AddSeconds(1), WasFiring = true };
        Signal[] life =
        [
            opening, repeat,
            repeat with { Id = "2", OccurredAt = opening.OccurredAt.AddSeconds(2), Condition = SignalCondition.Resolved },
        ];
        Console.WriteLine("\nWrite request units, as DynamoDB Local counts them");
        foreach (var signal in life)
        {
            var recorded = await intake.RecordAsync(signal, setup.CancellationToken);
            var (requests, units) = client.Since();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{recorded.Reason.ToKebabCase(),-10} {requests} request, no read, {units} units"));
        }
    }
}
