using NodaTime;

namespace Watchkeeper.Configuration.Reading;

/// <summary>The time zones of a configuration file.</summary>
internal static class TimeZoneText
{
    /// <summary>The time zone under the key <c>time_zone</c>; null without the key.</summary>
    public static string? Read(ContentPart part) => part.Text("time_zone") is not { } name ? null
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null ? name
        : throw part.Refuse($"has the time zone {name}, which the IANA database of this version does not know");
}
