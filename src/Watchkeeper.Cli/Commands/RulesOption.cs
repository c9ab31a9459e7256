using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary>The option <c>--rules</c> of commands over detections.</summary>
internal static class RulesOption
{
    public static Option<string[]> Create() => new("--rules")
    {
        Description = "Your own detections: files (ID.json) or folders of them, beside the built-in ones. One with the id of a "
            + "built-in detection takes its place.",
        HelpName = "path",
    };
}
