using System.Collections.Immutable;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Silencing;

/// <summary>The incidents of a list, as many as are read for one answer.</summary>
/// <param name="Incidents">The incidents.</param>
/// <param name="IsComplete">Whether these are all.</param>
internal sealed record IncidentSample(ImmutableArray<IncidentSnapshot> Incidents, bool IsComplete)
{
    /// <summary>Most active incidents that are read; each costs a part of one request.</summary>
    public const int MaxActive = 20_000;

    /// <summary>Most ended incidents that are read; each costs requests of its own.</summary>
    public const int MaxEnded = 2_000;

    private const int PageSize = 500;

    /// <summary>The labels of each.</summary>
    public IReadOnlyList<LabelSet> Labels { get; } = [.. Incidents.Select(each => IncidentLabels.From(each.Incident))];

    /// <summary>The incidents whose labels all matchers match.</summary>
    public IEnumerable<IncidentSnapshot> Matching(ImmutableArray<Matcher> matchers) =>
        Incidents.Zip(Labels).Where(pair => matchers.All(matcher => matcher.Matches(pair.Second))).Select(pair => pair.First);

    /// <summary>What is active.</summary>
    public static Task<IncidentSample> ReadActiveAsync(
        IncidentQueries queries, CancellationToken cancellationToken, int most = MaxActive) =>
        ReadAsync(queries, new IncidentQuestion.Active(), most, cancellationToken);

    /// <summary>What ended in the last days, last ended first.</summary>
    public static Task<IncidentSample> ReadEndedAsync(
        IncidentQueries queries, DateTimeOffset now, int days, CancellationToken cancellationToken, int most = MaxEnded) =>
        ReadAsync(queries, new IncidentQuestion.Ended(now.AddDays(-days), now.AddMinutes(1)), most, cancellationToken);

    private static async Task<IncidentSample> ReadAsync(
        IncidentQueries queries, IncidentQuestion question, int most, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<IncidentSnapshot>();
        string? token = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await queries.ListAsync(question, Math.Min(PageSize, most - found.Count), token, cancellationToken);
            found.AddRange(page.Incidents);
            token = page.Next;
        }
        while (token is not null && found.Count < most);

        return new IncidentSample(found.ToImmutable(), token is null);
    }
}
