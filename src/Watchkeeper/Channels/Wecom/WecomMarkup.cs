using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Wecom;

/// <summary>The markdown of WeChat Work («Send application messages», 支持的markdown语法), which has no escape.</summary>
internal sealed class WecomMarkup : IMarkup
{
    /// <inheritdoc/>
    public string Text(string text) => LookAlikeText.Markdown(text);

    /// <inheritdoc/>
    public string Bold(string text) => $"**{Text(text)}**";

    /// <inheritdoc/>
    public string Link(string name, string address) => $"[{Text(name)}]({LinkAddress.Escape(address)})";

    /// <inheritdoc/>
    public string Join(IEnumerable<string> lines) => string.Join('\n', lines);
}
