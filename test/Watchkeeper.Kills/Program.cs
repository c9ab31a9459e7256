using System.Globalization;
using Watchkeeper.Kills.Files;
using Watchkeeper.Kills.Rounds;

// The long forms are «dotnet run --project test/Watchkeeper.Kills -- kills 500» and «-- cuts 200», optionally with a seed;
// without arguments the tests run.
return args switch
{
    ["kills", .. var rest] =>
        await new LongForm(Number(rest, 0, 500), Number(rest, 1, 1), Console.Out).RunAsync(CancellationToken.None),
    ["cuts", .. var rest] => await ManyCuts.RunAsync(Number(rest, 0, 200), Number(rest, 1, 1), Console.Out),
    ["write", var path, var first, var count] =>
        await SignalWriter.RunAsync(path, Number([first], 0, 0), Number([count], 0, 0), Console.Out),
    _ when args.Any(each => each is "--server" or "--internal-msbuild-node") =>
        await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, (_, _) => { }),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};

static int Number(string[] words, int place, int usual) =>
    words.Length > place ? int.Parse(words[place], CultureInfo.InvariantCulture) : usual;
