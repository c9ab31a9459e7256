using System.Collections.Immutable;

namespace Watchkeeper.Testing.Sam;

/// <summary>The README's section on running one function locally.</summary>
public static class SamReadme
{
    private static readonly ReadmeSection Section = ReadmeSection.Read("One function on your machine, with SAM and Docker");

    /// <summary>The command that emulates AWS.</summary>
    public static string Emulate { get; } = Section.Commands.Single(
        command => command.Contains(" emulate ", StringComparison.Ordinal));

    /// <summary>The variables that the shell exports before.</summary>
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

    /// <summary>The table of sample events.</summary>
    public static ImmutableArray<ReadyEvent> Events { get; } =
        [.. Section.Rows.Select(cells => new ReadyEvent(
            ReadmeSection.Quoted(cells[0]).Single(), ReadmeSection.Quoted(cells[1]).Single(), ReadmeSection.Quoted(cells[2])))];
}

/// <summary>A row of that table.</summary>
/// <param name="Function">The function's logical id.</param>
/// <param name="File">The path of its event, from the repository's root.</param>
/// <param name="Seen">The texts that the answer or the log then contains.</param>
public sealed record ReadyEvent(string Function, string File, ImmutableArray<string> Seen);
