using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary>Arguments and options that several <c>config</c> commands share.</summary>
internal static class ConfigOptions
{
    /// <summary>A configuration file for a run.</summary>
    public static Option<string?> File() => new("--config")
    {
        Description = "A configuration file (watchkeeper.yaml) to put in force before the first event.",
        HelpName = "path",
    };

    /// <summary>The file that a command is about.</summary>
    public static Argument<string> Path() => new("file")
    {
        Description = "The configuration file, such as watchkeeper.yaml; - is standard input.",
    };

    /// <summary>A version.</summary>
    public static Argument<string?> Version(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ZeroOrOne,
    };
}
