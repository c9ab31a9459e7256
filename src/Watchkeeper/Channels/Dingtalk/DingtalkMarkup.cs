using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Dingtalk;

/// <summary>DingTalk's markdown («Message types of custom robots», markdown), which has no escape.</summary>
internal sealed class DingtalkMarkup : IMarkup
{
    /// <inheritdoc/>
    public string Text(string text) => LookAlikeText.Markdown(text);

    /// <inheritdoc/>
    public string Bold(string text) => $"**{Text(text)}**";

    /// <inheritdoc/>
    public string Link(string name, string address) => $"[{Text(name)}]({LinkAddress.Escape(address)})";

    /// <inheritdoc/>
    public string Join(IEnumerable<string> lines) => string.Join("\n\n", lines);
}
