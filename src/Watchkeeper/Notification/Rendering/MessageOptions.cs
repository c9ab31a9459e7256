using NodaTime;
using Watchkeeper.Configuration;
using Watchkeeper.Detections;
using Watchkeeper.Grouping;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>What a message depends on besides its timeline entry.</summary>
public sealed class MessageOptions
{
    private MessageOptions(Translations sentences, ReactionOptions reactions, Home home, DetectionWordSet words)
    {
        Sentences = sentences;
        Reactions = reactions;
        Home = home;
        Words = words;
    }

    internal Translations Sentences { get; }

    internal ReactionOptions Reactions { get; }

    internal Home Home { get; }

    internal DetectionWordSet Words { get; }

    /// <summary>
    /// The options of a configuration. A time zone that the IANA database of this version lacks costs messages their local times,
    /// and nobody a message.
    /// </summary>
    public static MessageOptions From(WatchkeeperConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        // Loading the zones takes a millisecond, which UTC saves.
        var zone = configuration.TimeZone is WatchkeeperConfiguration.Utc
            ? null
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(configuration.TimeZone);
        return new MessageOptions(
            Translations.In(configuration.Locale) with { Zone = zone }, configuration.Reactions, configuration.Home,
            DetectionWordSet.BuiltIn);
    }

    /// <summary>UTC alone and no reactions.</summary>
    public static MessageOptions In(Locale locale) =>
        new(Translations.In(locale), new ReactionOptions { Mode = ReactionMode.Off }, Home.Unknown, DetectionWordSet.BuiltIn);

    /// <summary>The delivery in whose place the message goes to somebody else; null for the message of a route.</summary>
    internal Delivery? NotReached { get; private init; }

    /// <summary>What kept the message back until now; null if nothing did.</summary>
    internal Suppression? KeptBackBy { get; private init; }

    /// <summary>
    /// The same for those who are told in the place of a receiver that was not reached, or later because something kept it quiet.
    /// </summary>
    public MessageOptions InPlaceOf(Delivery? failed, Suppression? keptBackBy = null) => failed is null && keptBackBy is null
        ? this
        : new(Sentences, Reactions, Home, Words)
        {
            NotReached = failed,
            // To wait for others is as usual.
            KeptBackBy = keptBackBy is { IsForOthers: true } ? keptBackBy.Before : keptBackBy,
        };

    /// <summary>What the message tells of besides its own incident; null for its own incident alone.</summary>
    internal GroupedMessage? Others { get; private init; }

    /// <summary>The same for a message that tells of others too.</summary>
    public MessageOptions Together(GroupedMessage? others) => others is null
        ? this
        : new(Sentences, Reactions, Home, Words) { NotReached = NotReached, KeptBackBy = KeptBackBy, Others = others };

    /// <summary>The same with the words of the detections in force; without, those of the built-in ones.</summary>
    public MessageOptions With(DetectionWordSet words) => new(Sentences, Reactions, Home, words);
}
