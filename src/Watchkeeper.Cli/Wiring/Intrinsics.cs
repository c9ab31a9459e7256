using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Evaluates references, attributes, substitutions and conditions as CloudFormation does. Evaluation is lazy, so that an
/// unsupported function is a problem only if the wiring depends on it.
/// </summary>
internal sealed class Intrinsics
{
    private readonly TemplateSymbols symbols;
    private readonly ProblemList problems;
    private readonly Substitution substitution;
    private readonly Conditions conditions;
    private readonly ListFunctions lists;

    public Intrinsics(TemplateSymbols symbols, ProblemList problems)
    {
        this.symbols = symbols;
        this.problems = problems;
        substitution = new Substitution(this, problems);
        conditions = new Conditions(this, symbols, problems);
        lists = new ListFunctions(this);
    }

    /// <summary>Evaluates a node. Reports a problem once, and returns <see cref="TemplateValue.Broken"/> in its place.</summary>
    /// <param name="node">The node to evaluate.</param>
    /// <param name="key">The path of keys to the node, for problems.</param>
    public TemplateValue Evaluate(YamlNode node, string key) =>
        IntrinsicCall.From(node) is { } call ? Apply(call, TemplatePosition.From(node), key) : Data(node, key);

    /// <summary>Returns whether the named condition holds.</summary>
    public bool Holds(string condition, TemplatePosition place, string key) => conditions.Holds(condition, place, key);

    /// <summary>Returns the value of <c>Ref</c> for a name.</summary>
    public TemplateValue Reference(string name, TemplatePosition place, string key)
    {
        if (name == "AWS::NoValue")
            return new TemplateValue.Nothing(place);
        if ((symbols.Names.Pseudo(name) ?? symbols.Parameters.GetValueOrDefault(name)) is { } value)
            return new TemplateValue.Text(place, value);
        if (symbols.ResourceTypes.TryGetValue(name, out var type))
            return new TemplateValue.Text(place, symbols.Names.Reference(type, name), Resource: name);
        return Broken(place, key, $"«{name}» is neither a parameter nor a resource of this template");
    }

    /// <summary>Returns the value of <c>Fn::GetAtt</c> for <c>Resource.Attribute</c>.</summary>
    public TemplateValue Attribute(string path, TemplatePosition place, string key)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1)
            return Broken(place, key, $"«{path}» must be a resource, a dot and an attribute, such as IncidentTable.Arn");
        var (name, attribute) = (path[..dot], path[(dot + 1)..]);
        if (!symbols.ResourceTypes.TryGetValue(name, out var type))
            return Broken(place, key, $"«{name}» is not a resource of this template");
        return symbols.Names.Attribute(type, name, attribute) is { } value
            ? new TemplateValue.Text(place, value, Resource: name)
            : Broken(place, key, $"the local run has no «{attribute}» of a {type}");
    }

    /// <summary>
    /// Returns the items of a function's argument list. Reports a problem and returns null if the list has another length.
    /// </summary>
    public ImmutableArray<YamlNode>? Arguments(YamlNode node, int count, string form, string key)
    {
        if (node is YamlSequenceNode list && list.Children.Count == count)
            return [.. list.Children];
        Broken(TemplatePosition.From(node), key, $"must be a list of {count}: {form}");
        return null;
    }

    public TemplateValue Broken(TemplatePosition place, string key, string message)
    {
        problems.Add(place, key, message);
        return new TemplateValue.Broken(place);
    }

    private TemplateValue Apply(IntrinsicCall call, TemplatePosition place, string key) => call switch
    {
        { Name: "Ref", Argument: YamlScalarNode { Value: { } name } } => Reference(name, place, key),
        { Name: "GetAtt", Argument: YamlScalarNode { Value: { } path } } => Attribute(path, place, key),
        { Name: "GetAtt", Argument: YamlSequenceNode { Children: [YamlScalarNode name, YamlScalarNode attribute] } } =>
            Attribute($"{name.Value}.{attribute.Value}", place, key),
        { Name: "Sub" } => substitution.Apply(call.Argument, place, key),
        { Name: "If" } => conditions.Choose(call.Argument, place, key),
        { Name: "Join" } => lists.Join(call.Argument, place, key),
        { Name: "Split" } => lists.Split(call.Argument, place, key),
        { Name: "Select" } => lists.Select(call.Argument, place, key),
        _ => Broken(
            place, key,
            $"the local run does not know !{call.Name} in this form: use Ref, GetAtt, Sub, If, Join, Split or Select"),
    };

    private TemplateValue Data(YamlNode node, string key)
    {
        var place = TemplatePosition.From(node);
        switch (node)
        {
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or null }:
                return new TemplateValue.Nothing(place);
            case YamlScalarNode scalar:
                return new TemplateValue.Text(place, scalar.Value ?? "", scalar.Style == ScalarStyle.Plain);
            case YamlSequenceNode list:
                var items = list.Children.Select((item, index) => Evaluate(item, $"{key}[{index}]"));
                return new TemplateValue.List(place, [.. items.Where(item => item is not TemplateValue.Nothing)]);
            case YamlMappingNode map:
                var members = TemplateDocument.Members(map, key, problems)
                    .Select(member => KeyValuePair.Create(member.Key, Evaluate(member.Value, $"{key}.{member.Key}")));
                return new TemplateValue.Map(place, [.. members]);
            default:
                return Broken(place, key, "must be text, a list or a map");
        }
    }
}
