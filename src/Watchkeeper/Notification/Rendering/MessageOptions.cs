using NodaTime;
using NodaTime.TimeZones;
using Watchkeeper.Configuration;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>What a message depends on besides its timeline entry.</summary>
public sealed class MessageOptions
{
    private MessageOptions(Locale locale, DateTimeZone? zone, ReactionOptions reactions, Home home)
    {
        Sentences = Translations.In(locale) with { Zone = zone };
        Reactions = reactions;
        Home = home;
    }

    internal Translations Sentences { get; }

    internal ReactionOptions Reactions { get; }

    internal Home Home { get; }

    /// <summary>The options of a configuration.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">The configuration's time zone is unknown.</exception>
    public static MessageOptions From(WatchkeeperConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        // Loading the zones takes a millisecond, which UTC saves.
        var zone = configuration.TimeZone is WatchkeeperConfiguration.Utc
            ? null
            : DateTimeZoneProviders.Tzdb[configuration.TimeZone];
        return new MessageOptions(configuration.Locale, zone, configuration.Reactions, configuration.Home);
    }

    /// <summary>UTC alone and no reactions.</summary>
    public static MessageOptions In(Locale locale) =>
        new(locale, null, new ReactionOptions { Mode = ReactionMode.Off }, Home.Unknown);
}
