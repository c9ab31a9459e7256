using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Prints one JSON object for each part of each event, and nothing else.</summary>
internal sealed class JsonOutput(TextWriter output) : IRunOutput
{
    private static readonly RunJson Json =
        new(new JsonSerializerOptions(RunJson.Default.Options) { Encoder = InertJson.Encoder });

    /// <inheritdoc/>
    public void Begin(IBackend backend, PhysicalNames names, string events, int count)
    {
    }

    /// <inheritdoc/>
    public void Show(EventFile file, ImmutableArray<EventOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
            Show(outcome);
    }

    /// <inheritdoc/>
    public void Show(string function, ImmutableArray<EventEffect> consequences) => ShowEffects(function, consequences);

    /// <inheritdoc/>
    public void ShowActions(ImmutableArray<EventEffect> effects) => ShowEffects(null, effects);

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
    }

    private void ShowEffects(string? function, ImmutableArray<EventEffect> effects)
    {
        if (effects.IsEmpty)
            return;
        Show(new EventOutcome
        {
            File = "",
            Function = function,
            Outcome = Outcome.Ignored,
            Reason = "no-signal",
            Consequences = effects,
        });
    }

    private void Show(EventOutcome outcome)
    {
        output.WriteLine(JsonSerializer.Serialize(outcome, Json.EventOutcome));
        output.Flush();
    }
}
