namespace Watchkeeper.Configuration.Reading;

/// <summary>The time zones of a configuration file.</summary>
internal static class TimeZoneText
{
    /// <summary>
    /// The time zone under the key <c>time_zone</c>; null without the key. Whether it exists was checked before the version was
    /// applied. Loading the zones here would take each start of each function a millisecond, and only messages show local times.
    /// </summary>
    public static string? Read(ContentPart part) => part.Text("time_zone");
}
