using System.CommandLine;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Commands;

/// <summary>The option <c>--as</c> of every command that does something in an operator's name.</summary>
internal static class WhoOption
{
    public static Option<string?> Create() => new("--as")
    {
        Description = "For embedded and emulators: your name. Default: your login name. With aws, your AWS identity counts.",
    };

    /// <summary>Refuses the option where the account knows who acts.</summary>
    public static void RefuseForAws(Command command, Option<string?> who, StoreOptionSet store) =>
        command.Validators.Add(result =>
        {
            if (store.IsAws(result) && result.GetResult(who) is { Implicit: false })
                result.AddError("--as is not for --backend aws: your AWS identity acts.");
        });
}
