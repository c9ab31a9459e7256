using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Configuration.Reading;

/// <summary>The languages of a configuration file: <c>en</c> and <c>zh-CN</c>.</summary>
internal static class LocaleText
{
    /// <summary>The language under the key <c>locale</c>; null without the key.</summary>
    public static Locale? Read(ContentPart part) => part.Text("locale") switch
    {
        null => null,
        "en" => Locale.English,
        "zh-CN" => Locale.Chinese,
        _ => throw part.Refuse("has a locale other than en and zh-CN"),
    };
}
