using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>Prints one JSON object for each part of each event, at the end one with the sums, and nothing else.</summary>
internal sealed class JsonOutput(TextWriter output) : IRunOutput
{
    private static readonly RunJson Json =
        new(new JsonSerializerOptions(RunJson.Default.Options) { Encoder = InertJson.Encoder });

    /// <inheritdoc/>
    public void Begin(RunStart start)
    {
    }

    /// <inheritdoc/>
    public void Announce(string what)
    {
    }

    /// <inheritdoc/>
    public void Show(EventFile file, ImmutableArray<EventOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
            Print(outcome, Json.EventOutcome);
    }

    /// <inheritdoc/>
    public void Show(string? function, DateTimeOffset time, ImmutableArray<EventEffect> effects)
    {
        if (effects.IsEmpty)
            return;
        var shown = new EventOutcome
        {
            Object = "effects",
            Time = time,
            File = "",
            Function = function,
            Outcome = Outcome.Ignored,
            Reason = "no-signal",
            Consequences = effects,
        };
        Print(shown, Json.EventOutcome);
    }

    /// <inheritdoc/>
    public void End(RunSummary summary) => Print(JsonSummary.From(summary), Json.JsonSummary);

    private void Print<T>(T line, JsonTypeInfo<T> form)
    {
        output.WriteLine(JsonSerializer.Serialize(line, form));
        output.Flush();
    }
}
