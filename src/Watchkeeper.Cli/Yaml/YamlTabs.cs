namespace Watchkeeper.Cli.Yaml;

/// <summary>
/// Tabs that stand where YAML is indented. YAML forbids them there, and Alertmanager refuses them; the parser counts each as one
/// blank, so that a file may mean something else than it shows.
/// </summary>
/// <param name="text">The file.</param>
internal sealed class YamlTabs(string text)
{
    /// <summary>What is wrong with such a tab.</summary>
    public const string Reason = "a tab: YAML is indented with spaces alone";

    // Where lines are indented freely: within braces, brackets, quotes and literal texts.
    private readonly List<(long From, long To)> free = [];
    private readonly SortedSet<int> afterDash = [];

    /// <summary>Lines that begin between the two places may be indented by tabs.</summary>
    public void Free(long from, long to) => free.Add((from, to));

    /// <summary>An item of a list begins here; no tab may stand between its dash and it.</summary>
    public void ItemAt(long index)
    {
        var at = (int)index - 1;
        var tab = -1;
        for (; at >= 0 && at < text.Length && text[at] is ' ' or '\t'; at--)
            tab = text[at] == '\t' ? at : tab;
        if (tab >= 0 && at >= 0 && text[at] == '-')
            afterDash.Add(tab);
    }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IEnumerable<YamlFault> Find()
    {
        var spans = new Queue<(long From, long To)>(free.OrderBy(span => span.From));
        var end = 0L;
        var (line, start) = (1, 0);
        while (start < text.Length)
        {
            var next = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            while (spans.TryPeek(out var span) && span.From < start)
                end = Math.Max(end, spans.Dequeue().To);
            if (start >= end && TabIn(start, next) is { } column)
                yield return new YamlFault(new FilePosition(line, column), Reason);
            foreach (var tab in afterDash.GetViewBetween(start, next - 1))
                yield return new YamlFault(new FilePosition(line, tab - start + 1), Reason);
            (line, start) = (line + 1, next);
        }
    }

    // The column of a tab before the first content of a line. A line without content, or with a comment alone, means nothing.
    private int? TabIn(int start, int next)
    {
        var content = text.AsSpan(start, next - start);
        var first = content.IndexOfAnyExcept(" \t\r\n");
        var tab = content.IndexOf('\t');
        return first > 0 && tab >= 0 && tab < first && content[first] != '#' ? tab + 1 : null;
    }
}
