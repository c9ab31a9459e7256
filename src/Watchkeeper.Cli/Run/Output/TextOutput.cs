using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Watchkeeper.Cli.Terminals;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>Prints the run as text for people. Makes event text inert and escapes its markup.</summary>
/// <param name="console">The terminal.</param>
internal sealed class TextOutput(IAnsiConsole console) : IRunOutput
{
    // Lines are cut and folded here, never by the library, which would break ids and paths.
    private const int Unfolded = 1_000_000;

    private string place = "";
    private bool isNewest;
    private string backendName = "";
    private IEventText events = new BriefEvents(console, null);

    /// <summary>The terminal's width; null for a pipe, which has none.</summary>
    public int? Width { get; init; }

    /// <summary>Whether all is said of each event, or one line.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>The program as the user typed it, for the commands to try next; null shows none.</summary>
    public string? Program { get; init; }

    /// <inheritdoc/>
    public void Begin(RunStart start)
    {
        console.Profile.Width = Unfolded;
        place = start.Backend.Place + Path.DirectorySeparatorChar;
        (backendName, isNewest) = (start.Backend.Name, start.IsNewest);
        events = IsVerbose ? new VerboseEvents(console, Width, place) : new BriefEvents(console, Width);
        var count = start.Count.ToString("N0", CultureInfo.InvariantCulture);
        Fold(new StyledLine().Laid("Watchkeeper", "bold").Laid(" ")
            .Said($"on this machine ({backendName}): {count} events from {start.Events}; nothing is sent"));
        Note($"messages, dead letters and data in {start.Backend.Place}");
        Note($"account {start.Names.Account}, region {start.Names.Region}; groups and alarms from {start.Application}");
        if (start.Active > 0)
            Note($"goes on where an earlier run in this folder ended: {start.Active} active incidents");
        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Announce(string what)
    {
        console.WriteLine();
        Fold(new StyledLine().Said(what, "bold"));
    }

    /// <inheritdoc/>
    public void Show(EventFile file, ImmutableArray<EventOutcome> outcomes) => events.Write(file, outcomes);

    /// <inheritdoc/>
    public void Show(string? function, DateTimeOffset time, ImmutableArray<EventEffect> effects)
    {
        if (!effects.IsEmpty)
            events.Write(function is null ? "by operators" : $"by schedule: {function}", time, effects);
    }

    /// <inheritdoc/>
    public void End(RunSummary summary) => new SummaryText(console, Width, Next).Write(summary);

    private IEnumerable<string> Next(RunSummary summary) => Program is null
        ? []
        : NextCommands.Of(Program, backendName, isNewest ? null : place.TrimEnd(Path.DirectorySeparatorChar), summary);

    private void Note(string text) => Fold(new StyledLine().Said(text, Wording.Quiet));

    private void Fold(StyledLine line) => line.WriteFolded(console, 2, Width);
}
