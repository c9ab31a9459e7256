using System.Collections.Immutable;

namespace Watchkeeper.Testing.Sam;

/// <summary>What the README says about one function on a person's own machine.</summary>
public static class SamReadme
{
    private static readonly ReadmeSection Section = ReadmeSection.Read("One function on your machine, with SAM and Docker");

    /// <summary>The command that plays AWS.</summary>
    public static string Emulate { get; } = Section.Commands.Single(
        command => command.Contains(" emulate ", StringComparison.Ordinal));

    /// <summary>What the shell is told before.</summary>
    public static ImmutableDictionary<string, string> Shell { get; } = Section.Commands
        .Where(command => command.StartsWith("export ", StringComparison.Ordinal))
        .SelectMany(command => command.Split(' ').Skip(1))
        .Select(variable => variable.Split('=', 2))
        .ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The command that runs a function.</summary>
    public static SamInvocation Invocation { get; } = SamInvocation.Parse(
        Section.Commands.Single(command => command.StartsWith("sam local invoke", StringComparison.Ordinal))) with
    {
        Shell = Shell,
    };

    /// <summary>The table of ready events.</summary>
    public static ImmutableArray<ReadyEvent> Events { get; } =
        [.. Section.Rows.Select(cells => new ReadyEvent(
            ReadmeSection.Quoted(cells[0]).Single(), ReadmeSection.Quoted(cells[1]).Single(), ReadmeSection.Quoted(cells[2])))];
}

/// <summary>A row of the table.</summary>
/// <param name="Function">Which function.</param>
/// <param name="File">The path of its event, from the repository's root.</param>
/// <param name="Seen">What is in the answer or in the log then.</param>
public sealed record ReadyEvent(string Function, string File, ImmutableArray<string> Seen);
