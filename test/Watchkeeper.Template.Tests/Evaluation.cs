using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Testing;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Template.Tests;

/// <summary>Evaluates template.yaml with given parameters, as the local run does.</summary>
internal static class Evaluation
{
    private static readonly Lazy<string> Template = new(() => File.ReadAllText(Repository.PathOf("template.yaml")));

    public static string Yaml => Template.Value;

    /// <summary>The required parameters.</summary>
    public static ImmutableDictionary<string, string> Given { get; } =
        ImmutableDictionary<string, string>.Empty.Add("MailAddress", "operations@example.com");

    public static TemplateWiring Wiring(params (string Name, string Value)[] parameters) =>
        WiringReader.Read(Yaml, new WiringOptions { Parameters = With(parameters) }) switch
        {
            WiringParseResult.Read read => read.Wiring,
            WiringParseResult.Refused refused => throw new ShouldAssertException(string.Join('\n', refused.Problems)),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>The text of a property, such as a dashboard's body.</summary>
    public static string Text(string logicalId, string property, params (string Name, string Value)[] parameters) =>
        Text(logicalId, property, new PhysicalNames(), parameters);

    /// <summary>The same in a stack of another name.</summary>
    public static string Text(
        string logicalId, string property, PhysicalNames names, params (string Name, string Value)[] parameters)
    {
        var problems = new ProblemList();
        var template = TemplateDocument.Load(Yaml, problems)!;
        var resources = TemplateResource.AllOf(template, problems);
        var options = new WiringOptions { Parameters = With(parameters), Names = names };
        var intrinsics = new Intrinsics(TemplateSymbols.Create(template, resources, options, problems), problems);
        var node = TemplateDocument.Child(
            (YamlMappingNode)resources.Single(each => each.LogicalId == logicalId).Properties!, property)!;
        var value = intrinsics.Evaluate(node, property);
        problems.InOrder().ShouldBeEmpty();
        return value.ShouldBeOfType<TemplateValue.Text>().Value;
    }

    /// <summary>Whether a condition of the template holds.</summary>
    public static bool Holds(string condition, params (string Name, string Value)[] parameters)
    {
        var problems = new ProblemList();
        var template = TemplateDocument.Load(Yaml, problems)!;
        var resources = TemplateResource.AllOf(template, problems);
        var options = new WiringOptions { Parameters = With(parameters) };
        var holds = new Intrinsics(TemplateSymbols.Create(template, resources, options, problems), problems)
            .Holds(condition, resources[0].Place, condition);
        problems.InOrder().ShouldBeEmpty();
        return holds;
    }

    private static ImmutableDictionary<string, string> With((string Name, string Value)[] parameters) =>
        Given.SetItems(parameters.Select(each => KeyValuePair.Create(each.Name, each.Value)));
}
