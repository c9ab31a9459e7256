using System.Collections.Immutable;

namespace Watchkeeper.Testing.Sam;

/// <summary>A command line of <c>sam local invoke</c>.</summary>
public sealed record SamInvocation
{
    /// <summary>The function's logical id.</summary>
    public string Function { get; init; } = "";

    /// <summary>The file of the option <c>-e</c>.</summary>
    public string Event { get; init; } = "";

    /// <summary><c>--region</c>, which alone sets AWS::Region; null if omitted.</summary>
    public string? Region { get; init; }

    /// <summary><c>--parameter-overrides</c>.</summary>
    public ImmutableDictionary<string, string> ParameterOverrides { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The container's extra hosts, from <c>--add-host</c>.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The environment variables of the shell.</summary>
    public ImmutableDictionary<string, string> Shell { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a command line without quotes.</summary>
    /// <exception cref="FormatException">The text is no such command, or has an option that is unknown here.</exception>
    public static SamInvocation Parse(string command)
    {
        if (command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is not ["sam", "local", "invoke", var function, .. var rest])
        {
            throw new FormatException($"«{command}» is no sam local invoke");
        }
        var invocation = new SamInvocation { Function = function };
        for (var at = 0; at < rest.Length; at++)
        {
            invocation = rest[at] switch
            {
                "-e" or "--event" => invocation with { Event = rest[++at] },
                "--region" => invocation with { Region = rest[++at] },
                "--add-host" => invocation with { Hosts = invocation.Hosts.Add(rest[++at].Split(':')[0]) },
                "--parameter-overrides" => invocation,
                var pair when pair.Split('=', 2) is [var name, var value] =>
                    invocation with { ParameterOverrides = invocation.ParameterOverrides.SetItem(name, value) },
                var other => throw new FormatException($"«{other}» is not known here"),
            };
        }

        return invocation;
    }
}
