namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Reads the wiring from template.yaml, its only source. Reports everything that AWS would connect but the local run does not
/// support; omits nothing silently.
/// </summary>
internal static class WiringReader
{
    /// <summary>Parses the text of a template; returns its wiring, or all problems.</summary>
    public static WiringParseResult Read(string yaml, WiringOptions options)
    {
        var problems = new ProblemList();
        if (TemplateDocument.Load(yaml, problems) is not { } template)
            return new WiringParseResult.Refused(problems.InOrder());
        var resources = TemplateResource.AllOf(template, problems);
        var symbols = TemplateSymbols.Create(template, resources, options, problems);
        var intrinsics = new Intrinsics(symbols, problems);
        var gathering = new WiringGathering(symbols, new PropertyReader(template, intrinsics, problems), problems);
        foreach (var resource in resources.Where(each => each.Condition is null || Holds(each, intrinsics)))
            gathering.Add(resource);
        return problems.IsEmpty
            ? new WiringParseResult.Read(gathering.ToWiring())
            : new WiringParseResult.Refused(problems.InOrder());
    }

    private static bool Holds(TemplateResource resource, Intrinsics intrinsics) =>
        intrinsics.Holds(resource.Condition!, resource.Place, $"{resource.Path}.Condition");
}
