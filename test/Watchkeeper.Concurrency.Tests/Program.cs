using System.Globalization;
using Watchkeeper.Concurrency.Tests.Schedules;

// The long form is «dotnet run --project test/Watchkeeper.Concurrency.Tests -- schedules 10000», optionally with a seed and names
// of scenarios; without arguments the tests run.
return args switch
{
    ["schedules", var count] => new LongForm(Number(count), 1, Console.Out).Run([]),
    ["schedules", var count, var seed, .. var names] => new LongForm(Number(count), Number(seed), Console.Out).Run([.. names]),
    _ when args.Any(each => each is "--server" or "--internal-msbuild-node") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, (_, _) => { }),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};

static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
