using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Configuration;
using Watchkeeper.Muting;

namespace Watchkeeper.Cli.Routes;

/// <summary>Who is told, or what keeps them quiet.</summary>
/// <param name="Receivers">The receivers, once for each route that takes the labels and tells.</param>
/// <param name="MutedBy">The time intervals that keep every such route quiet; empty if one tells.</param>
/// <param name="IsInhibited">Whether a firing incident explains this one.</param>
internal sealed record RouteAnswer(ImmutableArray<string> Receivers, ImmutableArray<string> MutedBy, bool IsInhibited)
{
    /// <summary>In Alertmanager's order: inhibition first, then the time intervals of each route that takes the labels.</summary>
    public static RouteAnswer To(RouteQuestion question, WatchkeeperConfiguration file)
    {
        var firing = question.Firing.Select((labels, at) => Firing.From(labels, string.Create(CultureInfo.InvariantCulture, $"{at}")));
        var view = new SuppressionView(
            file.Quiet, file.Services, SilenceSet.None, firing, question.At ?? DateTimeOffset.UnixEpoch);
        if (view.Of(Firing.From(question.Labels, "asked")) is not null)
            return new RouteAnswer([], [], IsInhibited: true);
        var takers = file.Route.Takers(question.Labels)
            .Select(taker => (taker.Receiver, MutedBy: question.At is { } at ? file.Quiet.MutedBy(taker.Route, at) : []))
            .ToList();
        var receivers = takers.Where(taker => taker.MutedBy.IsEmpty).Select(taker => taker.Receiver).ToImmutableArray();
        if (!receivers.IsEmpty)
            return new RouteAnswer(receivers, [], IsInhibited: false);
        var mutedBy = takers.SelectMany(taker => taker.MutedBy).Distinct(StringComparer.Ordinal);
        return new RouteAnswer([], [.. mutedBy], IsInhibited: false);
    }

    /// <summary>One line: the receivers, <c>muted: NAME</c> or <c>inhibited</c>.</summary>
    public string ToText(bool asJson)
    {
        if (!asJson)
        {
            return IsInhibited ? "inhibited"
                : MutedBy.IsEmpty ? string.Join(',', Receivers) : $"muted: {string.Join(',', MutedBy)}";
        }

        if (!IsInhibited && MutedBy.IsEmpty)
            return ReceiverList.Json(Receivers);
        var quiet = new JsonObject { ["receivers"] = new JsonArray() };
        if (IsInhibited)
            quiet["inhibited"] = true;
        else
            quiet["muted"] = new JsonArray([.. MutedBy.Select(name => (JsonNode)name)]);
        return quiet.ToJsonString();
    }
}
