using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Wecom;

/// <summary>
/// A text of WeChat Work («Send application messages», 文本消息): no formats, but tags for links and mentions, and addresses.
/// </summary>
/// <param name="colon">What stands between a link's name and its address.</param>
internal sealed class WecomPlain(string colon) : IMarkup
{
    /// <inheritdoc/>
    public string Text(string text) => LookAlikeText.Plain(text);

    /// <inheritdoc/>
    public string Bold(string text) => Text(text);

    /// <inheritdoc/>
    public string Link(string name, string address) => $"{Text(name)}{colon}{LinkAddress.Escape(address)}";

    /// <inheritdoc/>
    public string Join(IEnumerable<string> lines) => string.Join('\n', lines);
}
