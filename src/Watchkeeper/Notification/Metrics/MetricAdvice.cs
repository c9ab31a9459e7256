using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Metrics;

/// <summary>What to do first about a metric alarm.</summary>
internal static class MetricAdvice
{
    /// <summary>The first steps in a language, by theme.</summary>
    public static IReadOnlyDictionary<MetricTheme, string> In(Locale locale) =>
        locale is Locale.Chinese ? ChineseMetricAdvice.ByTheme : EnglishMetricAdvice.ByTheme;
}
