using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Collects every problem of a template, so that one report lists them all.</summary>
internal sealed class ProblemList
{
    private readonly List<WiringProblem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    public void Add(TemplatePosition place, string key, string message) => Add(new WiringProblem(place, key, message));

    public void Add(WiringProblem problem)
    {
        // Several readers may report the same value; the list records one problem.
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

    /// <summary>All problems, in the order of the template.</summary>
    public ImmutableArray<WiringProblem> InOrder() =>
        [.. problems.OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)];
}
