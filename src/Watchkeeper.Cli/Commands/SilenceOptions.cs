using System.CommandLine;
using Watchkeeper.Cli.Silencing;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary>Arguments and options that several <c>silence</c> commands share.</summary>
internal static class SilenceOptions
{
    public static Argument<string[]> Matchers()
    {
        var matchers = new Argument<string[]>("matcher")
        {
            Description = "Alertmanager's matchers over labels, such as service=web or 'severity=~\"low|medium\"'; all must match.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        matchers.Validators.Add(UsageErrors.RefuseOptions);
        return matchers;
    }

    public static Argument<string> Id() => new("id")
    {
        Description = "The silence's id; the first six digits or more, if no other begins so.",
    };

    public static Option<string?> For(string from) => new("--for")
    {
        Description = $"How long {from}, as Prometheus writes durations: 30m, 2h30m, 1d, 1w.",
        HelpName = "duration",
    };

    public static Option<string?> Until() => new("--until")
    {
        Description = "Until when, in place of --for: ISO 8601 with a zone, such as 2026-11-17T18:00Z or 2026-11-17T18:00+08:00.",
        HelpName = "time",
    };

    /// <summary>Who acts.</summary>
    public static ActorName Actor(ParseResult parsed, Option<string?> who, StoreOptions store) =>
        new(parsed.GetValue(who) ?? Environment.UserName, store.Backend == StoreOptions.Aws);
}
