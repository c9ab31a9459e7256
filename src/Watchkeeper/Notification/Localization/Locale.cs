namespace Watchkeeper.Notification.Localization;

/// <summary>The language of messages.</summary>
public enum Locale
{
    /// <summary>English (<c>en</c>), the default.</summary>
    English,

    /// <summary>Simplified Chinese (<c>zh-CN</c>).</summary>
    Chinese,
}
