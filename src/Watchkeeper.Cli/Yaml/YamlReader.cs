using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Watchkeeper.Cli.Yaml;

/// <summary>
/// Reads YAML 1.1, as Alertmanager does, into values with positions. Anchors, aliases and merge keys are resolved within <see
/// cref="MaxValues"/>, so that no file expands beyond it. A repeated key, an unknown tag or a key that is no text is reported,
/// and the rest is still read.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>The most values of a file, those of each alias counted again.</summary>
    public const int MaxValues = 100_000;

    private const int MaxDepth = 64;
    private const string StandardTags = "tag:yaml.org,2002:";
    private const string MergeKey = "<<";
    private const string Unclear = "this is not YAML from here on: check quotes, braces and colons";

    private readonly Parser parser;
    private readonly YamlTabs tabs;
    private readonly Dictionary<AnchorName, (YamlValue Value, int Count)> anchors = [];
    private readonly HashSet<AnchorName> open = [];
    private readonly List<YamlFault> faults = [];
    private int count;

    private YamlReader(string text) => (parser, tabs) = (new Parser(new StringReader(text)), new YamlTabs(text));

    /// <summary>The value of a file with one document, null without any, and what is wrong with it.</summary>
    public static (YamlValue? Value, ImmutableArray<YamlFault> Faults) Read(string text)
    {
        if (YamlSyntax.FindInvisible(text) is { } invisible)
            return (null, [invisible]);
        var reader = new YamlReader(text);
        YamlValue? value = null;
        try
        {
            value = reader.ReadDocument();
            reader.faults.AddRange(reader.tabs.Find());
        }
        catch (YamlLimitException beyond)
        {
            reader.faults.Add(new YamlFault(FilePosition.From(beyond.Start), beyond.Message));
        }
        catch (YamlException broken)
        {
            reader.faults.Add(YamlSyntax.Explain(FilePosition.From(broken.Start), broken.Message, text));
        }
        // The scanner's own mistakes with broken text, such as a colon inside of braces that nothing closes.
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            var last = reader.parser.Current is { } read ? FilePosition.From(read.End) : FilePosition.Start;
            reader.faults.Add(new YamlFault(last, Unclear));
        }

        return (value, [.. reader.faults]);
    }

    private YamlValue? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        var value = ReadValue(0);
        parser.Consume<DocumentEnd>();
        if (parser.Current is DocumentStart second)
            faults.Add(new YamlFault(FilePosition.From(second.Start), "a second document begins here: a file holds one"));
        return value;
    }

    private YamlValue ReadValue(int depth)
    {
        if (parser.Current is AnchorAlias alias)
            return Resolve(alias);
        // After some broken texts the parser ends a map in the middle of a pair.
        if (parser.Current is not NodeEvent start)
            throw new YamlLimitException(parser.Current?.Start ?? Mark.Empty, Unclear);
        Count(1, start.Start);
        if (depth > MaxDepth)
            throw new YamlLimitException(start.Start, $"nested deeper than {MaxDepth} levels");
        CheckTag(start);
        if (!start.Anchor.IsEmpty)
            open.Add(start.Anchor);
        var before = count;
        YamlValue value = parser.Current switch
        {
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => ReadText(),
        };
        if (start.Anchor.IsEmpty)
            return value;
        open.Remove(start.Anchor);
        anchors[start.Anchor] = (value, count - before + 1);
        return value;
    }

    private YamlValue Resolve(AnchorAlias alias)
    {
        parser.MoveNext();
        if (open.Contains(alias.Value))
            throw new YamlLimitException(alias.Start, $"*{alias.Value} stands inside its own anchor, so it would never end");
        if (!anchors.TryGetValue(alias.Value, out var anchor))
            throw new YamlLimitException(alias.Start, $"*{alias.Value} has no anchor &{alias.Value} before it");
        Count(anchor.Count, alias.Start);
        return anchor.Value;
    }

    private void Count(int more, Mark at)
    {
        count += more;
        if (count > MaxValues)
        {
            throw new YamlLimitException(at, string.Create(
                CultureInfo.InvariantCulture,
                $"the file has more than {MaxValues:N0} values, those of each alias counted again"));
        }
    }

    private void CheckTag(NodeEvent node)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific || node.Tag.Value.StartsWith(StandardTags, StringComparison.Ordinal))
            return;
        faults.Add(new YamlFault(
            FilePosition.From(node.Start), $"the tag {node.Tag.Value} means nothing here: write the value alone"));
    }

    private YamlText ReadText()
    {
        var scalar = parser.Consume<Scalar>();
        tabs.Free(scalar.Start.Index, scalar.End.Index);
        return new YamlText(scalar.Value, scalar.Style is not ScalarStyle.Plain, FilePosition.From(scalar.Start));
    }

    private YamlList ReadList(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        var isBlock = start.Style is not SequenceStyle.Flow;
        SequenceEnd end;
        while (!parser.TryConsume(out end!))
        {
            if (isBlock && parser.Current is { } item)
                tabs.ItemAt(item.Start.Index);
            items.Add(ReadValue(depth + 1));
        }

        if (!isBlock)
            tabs.Free(start.Start.Index, end.End.Index);
        return new YamlList(items.ToImmutable(), FilePosition.From(start.Start));
    }

    private YamlMap ReadMap(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var members = new List<YamlMember>();
        var merged = new List<YamlMember>();
        MappingEnd end;
        while (!parser.TryConsume(out end!))
        {
            var key = ReadValue(depth + 1);
            var value = ReadValue(depth + 1);
            if (key is not YamlText name)
                faults.Add(new YamlFault(key.Position, $"a key must be a text, not {key.Kind}"));
            else if (name is { IsQuoted: false, Text: MergeKey })
                merged.AddRange(Merge(value));
            else
                Add(members, new YamlMember(name.Text, name.Position, value));
        }

        if (start.Style is MappingStyle.Flow)
            tabs.Free(start.Start.Index, end.End.Index);
        var own = members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return new YamlMap(
            [.. merged.Where(member => own.Add(member.Name)), .. members], FilePosition.From(start.Start));
    }

    private void Add(List<YamlMember> members, YamlMember member)
    {
        if (members.Find(other => other.Name == member.Name) is { } first)
        {
            faults.Add(new YamlFault(
                member.Position, $"the key {member.Name} stands here a second time; the first is in line {first.Position.Line}"));
        }

        members.Add(member);
    }

    // The first of several maps wins, as YAML's merge key has it.
    private IEnumerable<YamlMember> Merge(YamlValue value)
    {
        switch (value)
        {
            case YamlMap map:
                return map.Members;
            case YamlList list when list.Items.All(item => item is YamlMap):
                return list.Items.Cast<YamlMap>().SelectMany(map => map.Members);
            default:
                faults.Add(new YamlFault(value.Position, $"<< takes a map or a list of maps, not {value.Kind}"));
                return [];
        }
    }

    /// <summary>Valid YAML that this reader refuses.</summary>
    private sealed class YamlLimitException(in Mark at, string message) : YamlException(at, at, message);
}
