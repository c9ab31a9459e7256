using System.CommandLine;
using BenchmarkDotNet.Running;
using Watchkeeper.Benchmarks;
using Watchkeeper.Benchmarks.InProcess;
using Watchkeeper.Benchmarks.Runs;
using Watchkeeper.Cli.Processes;

var rounds = new Option<int>("--rounds")
{
    Description = "How often each is measured, in turn.",
    DefaultValueFactory = _ => 21,
    Recursive = true,
};
var events = new Option<int>("--events")
{
    Description = "How many events a round of warm has.",
    DefaultValueFactory = _ => 200,
    Recursive = true,
};
var also = new Option<string[]>("--also")
{
    Description = "Another build of the functions' bootstrap, to be measured too; may be repeated.",
    Recursive = true,
};
var root = new RootCommand("Measures Watchkeeper's functions beside a bare handler and a Python function.")
{
    rounds,
    events,
    also,
    Command("cold", "Process start to event stored, and to message published.", ColdRun.RunAsync),
    Command("tls", "The same over TLS with the trust store as shipped.", TlsRun.RunAsync),
    Command("warm", "What an event takes in a process that has started.", WarmRun.RunAsync),
    Command("versions", "Both, with an applied version of the configuration beside none.", VersionRun.RunAsync),
    Command("size", "The size of the package.", SizeRun.RunAsync),
    Command("units", "Write request units.", UnitsRun.RunAsync),
    Command("all", "All of these.", SizeRun.RunAsync, ColdRun.RunAsync, TlsRun.RunAsync, WarmRun.RunAsync,
        VersionRun.RunAsync, UnitsRun.RunAsync),
};
var code = new Command("code", "Hot paths of the code, by BenchmarkDotNet.");
code.SetAction(_ => BenchmarkRunner.Run([typeof(AlarmBenchmarks), typeof(DetectionBenchmarks)], InProcessConfig.Value));
root.Subcommands.Add(code);
var audit = new Command("audit", "How late a sweep finds alarms of which no event came, and how often it asks CloudWatch.");
audit.SetAction((_, cancellationToken) => AuditRun.RunAsync(cancellationToken));
root.Subcommands.Add(audit);
var incidents = new Option<int[]>("--incidents")
{
    Description = "How many incidents have ended; each number is a table of its own.",
    DefaultValueFactory = _ => [10_000, 1_000_000],
};
var ask = new Command("ask", "First pages and single answers, from DynamoDB Local with histories of different lengths.")
{
    incidents,
};
ask.SetAction((parsed, cancellationToken) =>
    AskRun.RunAsync(parsed.GetRequiredValue(incidents), parsed.GetValue(rounds), cancellationToken));
root.Subcommands.Add(ask);
var rules = new Option<int[]>("--rules")
{
    Description = "How many detections there are; each number is a row of its own.",
    DefaultValueFactory = _ => [10, 100, 1_000, 10_000],
};
var detections = new Command("detections", "Events a second on one core, beside Python functions and jmespath expressions.")
{
    rules,
};
detections.SetAction((parsed, cancellationToken) =>
    DetectionRun.RunAsync(parsed.GetRequiredValue(rules), parsed.GetValue(rounds), cancellationToken));
root.Subcommands.Add(detections);
var routeNumbers = new Option<int[]>("--routes")
{
    Description = "How many routes there are; each number is a row of its own.",
    DefaultValueFactory = _ => [1, 100, 1_000],
};
var routes = new Command("routes", "Route decisions, beside Alertmanager with the same trees.") { routeNumbers };
routes.SetAction(async (parsed, cancellationToken) =>
{
    try
    {
        await RouteRun.RunAsync(parsed.GetRequiredValue(routeNumbers), parsed.GetValue(rounds), cancellationToken);
        return 0;
    }
    catch (BenchmarkException error)
    {
        await Console.Error.WriteLineAsync(error.Message);
        return 1;
    }
});
root.Subcommands.Add(routes);
var quiets = new Option<int[]>("--silences")
{
    Description = "How many silences, and rules of inhibition, there are; each number is a row of its own.",
    DefaultValueFactory = _ => [100, 1_000],
};
var quiet = new Command("quiet", "What keeps an incident quiet, by the number of silences and of rules.") { quiets };
quiet.SetAction(parsed => QuietRun.Run(parsed.GetRequiredValue(quiets), parsed.GetValue(rounds)));
root.Subcommands.Add(quiet);
var seed = new Option<int>("--seed") { Description = "Where chance begins.", DefaultValueFactory = _ => 1 };
var to = new Option<string>("--to") { Description = "A file for the month's records, one on each line.", HelpName = "path" };
var month = new Command("month", "A generated month of a busy account: what notifies, what opens incidents, what is staged.")
{
    seed,
    to,
};
month.SetAction(parsed =>
{
    try
    {
        return MonthRun.Run(parsed.GetValue(seed), parsed.GetValue(to));
    }
    catch (Exception error) when (error is BenchmarkException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
root.Subcommands.Add(month);
var alarms = new Option<int[]>("--alarms")
{
    Description = "How many alarms a run is fed; each number is a row of its own.",
    DefaultValueFactory = _ => [1_000, 10_000, 100_000],
};
var local = new Command("local", "The local run: time and memory by the number of alarms, and from event to message.") { alarms };
local.SetAction((parsed, cancellationToken) =>
    LocalRunMeasure.RunAsync(parsed.GetRequiredValue(alarms), parsed.GetValue(events), cancellationToken));
root.Subcommands.Add(local);
var storms = new Option<int[]>("--alarms")
{
    Description = "How many alarms fire in a minute; each number is two rows.",
    DefaultValueFactory = _ => [1_000, 10_000],
};
var storm = new Command("storm", "What people get when the alarms of fifty services fire in one minute.") { storms };
storm.SetAction((parsed, cancellationToken) => StormRun.RunAsync(parsed.GetRequiredValue(storms), cancellationToken));
root.Subcommands.Add(storm);
var channels = new Command("channels", "Messages a second through one function: by one topic, and by a channel of each kind.");
channels.SetAction(async (parsed, cancellationToken) =>
{
    await ChannelRun.RunAsync(parsed.GetValue(events), parsed.GetValue(rounds), cancellationToken);
    return 0;
});
root.Subcommands.Add(channels);
return await root.Parse(args).InvokeAsync();

Command Command(string name, string description, params Func<Setup, Task>[] runs)
{
    var command = new Command(name, description);
    command.SetAction(async (parsed, cancellationToken) =>
    {
        try
        {
            await using var setup = await Setup.CreateAsync(
                parsed.GetValue(rounds), parsed.GetValue(events), parsed.GetValue(also) ?? [], cancellationToken);
            foreach (var run in runs)
                await run(setup);
            return 0;
        }
        catch (Exception error) when (error is BenchmarkException or RunException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    });
    return command;
}
