using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Patterns;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// Feeds one function with the table's changes as a mapping of the template demands: its filters, batches and retries.
/// </summary>
internal sealed class StreamFeed
{
    private readonly string reader;
    private readonly ImmutableArray<EventPattern> filters;
    private readonly StreamBatches batches;
    private readonly IChangeSource source;

    /// <summary>Creates the feed of a mapping.</summary>
    /// <exception cref="RunException">Lambda would refuse a filter's pattern.</exception>
    public StreamFeed(StreamMapping mapping, StreamBatches batches, IChangeSource source)
    {
        (reader, this.batches, this.source) = (mapping.Name, batches, source);
        filters = [.. mapping.Filters.Select(Parse)];
    }

    /// <summary>Feeds the new changes. Returns false if there were none.</summary>
    public async Task<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var records = await source.ReadAsync(reader, cancellationToken);
        if (records.IsEmpty)
            return false;
        await batches.DeliverAsync([.. records.Where(IsWanted)], cancellationToken);
        await source.AdvanceAsync(reader, records, cancellationToken);
        return true;
    }

    /// <summary>
    /// Feeds the table's changes, and the changes that these cause, until none are left. Returns false if there were none.
    /// </summary>
    public static async Task<bool> SettleAsync(IReadOnlyCollection<StreamFeed> feeds, CancellationToken cancellationToken)
    {
        var fed = false;
        bool any;
        do
        {
            any = false;
            foreach (var feed in feeds)
                any |= await feed.PumpAsync(cancellationToken);
            fed |= any;
        }
        while (any);
        return fed;
    }

    private static EventPattern Parse(StreamFilter filter)
    {
        var parsed = EventPattern.Parse(filter.Pattern);
        return parsed.IsAccepted
            ? parsed.Pattern
            : throw new RunException($"Lambda would refuse the stream filter at {filter.Place} of template.yaml: {parsed.Error}");
    }

    private bool IsWanted(StreamRecord record)
    {
        using var document = JsonDocument.Parse(record.Json);
        return filters.IsEmpty || filters.Any(filter => filter.Matches(document.RootElement));
    }
}
