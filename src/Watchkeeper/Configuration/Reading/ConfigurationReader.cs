using System.Text.Json;
using Watchkeeper.Detections;
using Watchkeeper.Muting;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>
/// Reads the checked form of a configuration file: JSON with the keys of <c>watchkeeper.yaml</c>. What the file leaves out comes
/// from the template's parameters. Keys that this version does not use are kept unread.
/// </summary>
public static class ConfigurationReader
{
    private const int MaxDepth = 128;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Reads a version. No content makes it throw.</summary>
    /// <param name="content">The checked form, UTF-8 JSON.</param>
    /// <param name="parameters">The configuration of the template's parameters.</param>
    public static ConfigurationReadResult Read(ReadOnlyMemory<byte> content, WatchkeeperConfiguration parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        try
        {
            var root = new ContentPart(JsonElement.Parse(content.Span, Options), "$");
            return new ConfigurationReadResult(Read(root, parameters), null);
        }
        catch (UnreadableVersionException unreadable)
        {
            return new ConfigurationReadResult(null, unreadable.Rejection);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new ConfigurationReadResult(null, new Rejection("$", $"is not JSON: {InertText.Line(broken.Message)}"));
        }
    }

    /// <summary>
    /// The user's own detections that a version names; null if it names none, or if it cannot be read.
    /// </summary>
    /// <param name="content">The checked form, UTF-8 JSON.</param>
    public static OwnDetectionList? ReadOwnDetections(ReadOnlyMemory<byte> content) =>
        Read(content, WatchkeeperConfiguration.Default()).Configuration?.Detections.List;

    private static WatchkeeperConfiguration Read(ContentPart root, WatchkeeperConfiguration parameters)
    {
        var configuration = parameters with
        {
            Locale = LocaleText.Read(root) ?? parameters.Locale,
            TimeZone = TimeZoneText.Read(root) ?? parameters.TimeZone,
            Services = ServiceReader.Read(root),
            Severity = SeverityReader.Read(root, parameters.Severity),
            Detections = DetectionSettingsReader.Read(root),
            Advisor = AdvisorSettingsReader.Read(root),
            Silences = root.Map("silences") is { } silences
                ? new SilenceLimits(silences.Duration("default_duration"), silences.Duration("max_duration"))
                {
                    Announce = silences.Duration("announce") ?? SilenceLimits.None.Announce,
                }
                : SilenceLimits.None,
            StormCap = root.Map("storm_cap") is { } cap ? Cap(cap) : StormCap.Default,
            Reactions = root.Map("reactions") is { } reactions
                ? Reactions(reactions, parameters.Reactions)
                : parameters.Reactions,
        };
        if (root.Map("route") is not { } route)
            return configuration;
        var receivers = ReceiverReader.Read(root, parameters);
        return configuration with
        {
            Route = RouteReader.Read(route, receivers.Keys),
            Receivers = receivers,
            Readers = ReceiverReader.Readers(root),
            Quiet = QuietReader.Read(root),
        };
    }

    private static StormCap Cap(ContentPart part)
    {
        var cap = new StormCap(part.Number("burst") ?? StormCap.Default.Burst, part.Duration("interval") ?? StormCap.Default.Interval);
        return cap is { Burst: >= 0, Interval: var interval } && interval > TimeSpan.Zero
            ? cap
            : throw part.Refuse("has a burst below 0, or no interval");
    }

    private static ReactionOptions Reactions(ContentPart part, ReactionOptions parameters)
    {
        var cooldown = part.Duration("cooldown") ?? parameters.Cooldown;
        if (cooldown < ReactionOptions.MinCooldown)
            throw part.Refuse("has a cooldown below two minutes");
        return parameters with
        {
            Mode = part.Choice<ReactionMode>("mode") ?? parameters.Mode,
            // Whoever stopped reactions in the template must be able to rely on it.
            Stopped = parameters.Stopped || part.Flag("stopped") is true,
            Cooldown = cooldown,
            PerHour = part.Number("per_hour") ?? parameters.PerHour,
            ScaleStep = part.Number("scale_step") ?? parameters.ScaleStep,
            HealthyPercent = part.Number("healthy_percent") ?? parameters.HealthyPercent,
        };
    }
}
