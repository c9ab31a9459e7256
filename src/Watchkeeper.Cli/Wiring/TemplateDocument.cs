using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The YAML of a template before evaluation.</summary>
internal sealed class TemplateDocument
{
    /// <summary>Deeper than any real template, and shallow enough for recursion.</summary>
    private const int DeepestNesting = 64;

    private readonly YamlMappingNode root;

    private TemplateDocument(YamlMappingNode root) => this.root = root;

    /// <summary>
    /// Parses the text. Reports problems and returns null if the text is no YAML map or CloudFormation would refuse it.
    /// </summary>
    public static TemplateDocument? Load(string yaml, ProblemList problems)
    {
        try
        {
            if (!IsWalkable(yaml, problems))
                return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new TemplateDocument(root);
            problems.Add(
                new TemplatePosition(1, 1), "template", "a template is one map with the keys Parameters, Resources and others");
        }
        catch (YamlException broken)
        {
            problems.Add(TemplatePosition.From(broken.Start), "template", $"this is not YAML: {broken.Message}");
        }
        // The scanner's own mistake with some broken texts, such as a second colon inside of braces that nothing closes.
        catch (InvalidOperationException)
        {
            problems.Add(new TemplatePosition(1, 1), "template", "this is not YAML: check quotes, braces and colons");
        }

        return null;
    }

    /// <summary>Returns the members of a top-level section; empty if the template has no such section.</summary>
    public IEnumerable<KeyValuePair<string, YamlNode>> Section(string name, ProblemList problems)
    {
        if (Child(root, name) is not { } node)
            return [];
        if (node is YamlMappingNode section)
            return Members(section, name, problems);
        problems.Add(TemplatePosition.From(node), name, "must be a map");
        return [];
    }

    /// <summary>Returns the node under a key in plain text; null if there is none.</summary>
    public static YamlNode? Child(YamlMappingNode map, string name) =>
        map.Children.FirstOrDefault(child => child.Key is YamlScalarNode key && key.Value == name).Value;

    /// <summary>Returns the map's members in order. Reports keys that are not text as problems and omits them.</summary>
    public static IEnumerable<KeyValuePair<string, YamlNode>> Members(YamlMappingNode map, string path, ProblemList problems)
    {
        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
                yield return KeyValuePair.Create(name, value);
            else
                problems.Add(TemplatePosition.From(key), path, "a key must be text");
        }
    }

    private static bool IsWalkable(string yaml, ProblemList problems)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            // CloudFormation refuses anchors and aliases. An alias inside its own anchor would also never end.
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                problems.Add(
                    TemplatePosition.From(parser.Current.Start), "template",
                    "CloudFormation knows no anchors (&) and aliases (*): write the value out");
                return false;
            }

            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth <= DeepestNesting)
                continue;
            problems.Add(TemplatePosition.From(parser.Current!.Start), "template", $"nested deeper than {DeepestNesting} levels");
            return false;
        }

        return true;
    }
}
