using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Configuration;

/// <summary>What the readers of one receiver prefer.</summary>
/// <param name="Locale">The language of its messages; null for the configuration's.</param>
/// <param name="TimeZone">The time zone, a name of the IANA database; null for the configuration's.</param>
public sealed record ReaderPreferences(Locale? Locale, string? TimeZone);
