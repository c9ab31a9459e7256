using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;

namespace Watchkeeper.Functions.Suppressing;

/// <summary>
/// What keeps an incident quiet now. The active incidents are listed only for one that another may explain, and at most every few
/// seconds: a storm asks once for many.
/// </summary>
/// <param name="slots">The slots.</param>
/// <param name="silences">The silences.</param>
/// <param name="time">Our clock.</param>
internal sealed class SuppressionsInForce(ISlotStore slots, SilencesInForce silences, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    private ImmutableArray<Firing> active = [];
    private DateTimeOffset? listedAt;

    /// <summary>The view for the message about an incident.</summary>
    public async ValueTask<SuppressionView> ForAsync(
        Incident incident, WatchkeeperConfiguration configuration, CancellationToken cancellationToken)
    {
        var current = await silences.CurrentAsync(cancellationToken);
        var needsActive = SuppressionView.NeedsActive(Firing.From(incident), configuration.Quiet, configuration.Services);
        if (!needsActive && current.All.IsEmpty && configuration.Quiet.Intervals.IsEmpty)
            return SuppressionView.None;
        return new SuppressionView(
            configuration.Quiet, configuration.Services, current, needsActive ? await ListAsync(cancellationToken) : [],
            time.GetUtcNow());
    }

    /// <summary>
    /// Whether messages may have been kept back before, so that the end of an incident must ask what was reported of it.
    /// </summary>
    public bool MayHaveHeld(WatchkeeperConfiguration configuration) =>
        silences.MayBeUsed || !configuration.Quiet.Intervals.IsEmpty || !configuration.Quiet.Inhibitions.All.IsEmpty
        || configuration.Services.Services.Any(service => !service.DependsOn.IsEmpty);

    private async ValueTask<ImmutableArray<Firing>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (listedAt is { } last && (now - last).Duration() < MaxAge)
            return active;
        var listed = ImmutableArray.CreateBuilder<Firing>();
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
        {
            if (slot.Active is { } incident)
                listed.Add(Firing.From(incident));
        }

        (active, listedAt) = (listed.ToImmutable(), now);
        return active;
    }
}
