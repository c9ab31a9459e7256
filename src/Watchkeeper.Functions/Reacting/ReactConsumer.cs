using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Runs reactions for each change in the stream, inside the trace of the original signal.</summary>
internal sealed class ReactConsumer(Reactor reactor, Metrics metrics, ILogger log) : IChangeConsumer
{
    /// <inheritdoc/>
    public async Task<bool> ConsumeAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue("watchkeeper-react", ChangeTrace.From(change), Invocation.Current?.Trace);
        var held = false;
        foreach (var result in await reactor.ReactAsync(change, deadline, cancellationToken))
        {
            switch (result)
            {
                case ReactResult.HeldElsewhere elsewhere:
                    Log.HeldElsewhere(log, elsewhere.Until);
                    held = true;
                    break;
                case ReactResult.Finished finished:
                    Say(finished.Record);
                    break;
            }
        }

        return !held;
    }

    private void Say(ReactionRecord record)
    {
        metrics.Reaction(record.Reaction, record.Status);
        Log.Reacted(
            log, record.Step, record.Incident.Id, record.Status.ToKebabCase(), record.Action?.Target,
            record.Refusal is { } refusal ? refusal.ToKebabCase() : null, record.Detail);
    }
}
