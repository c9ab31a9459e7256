using System.Collections.Immutable;

namespace Watchkeeper.Testing.Sam;

/// <summary>One <c>sam local invoke</c>, as it is typed.</summary>
public sealed record SamInvocation
{
    /// <summary>Which function.</summary>
    public string Function { get; init; } = "";

    /// <summary>The file behind <c>-e</c>.</summary>
    public string Event { get; init; } = "";

    /// <summary><c>--region</c>, which alone sets AWS::Region; null where it is not given.</summary>
    public string? Region { get; init; }

    /// <summary><c>--parameter-overrides</c>.</summary>
    public ImmutableDictionary<string, string> ParameterOverrides { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Hosts that the container knows, from <c>--add-host</c>.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The variables of the shell that it is typed in.</summary>
    public ImmutableDictionary<string, string> Shell { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a command line without quotes.</summary>
    /// <exception cref="FormatException">It is none, or has an option that is not known here.</exception>
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
