using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Cli.Yaml;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Values;

/// <summary>Collects what checks find. The file's own text is shown inert and shortened.</summary>
internal sealed class ProblemSink
{
    private const int MaxReason = 400;

    private readonly List<ConfigProblem> problems = [];

    /// <summary>The problems in the order of the file.</summary>
    public ImmutableArray<ConfigProblem> Sorted =>
    [
        .. problems.Where(problem => problem.Level is not ProblemLevel.Note).Concat(Notes()).Distinct()
            .OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column)
            .ThenBy(problem => problem.Level),
    ];

    /// <summary>Whether anything of the level was found.</summary>
    public bool Has(ProblemLevel level) => problems.Exists(problem => problem.Level == level);

    public void Error(FilePosition at, string key, string reason) => Add(ProblemLevel.Error, at, key, reason);

    public void Refuse(FilePosition at, string key, string reason) => Add(ProblemLevel.Refusal, at, key, reason);

    public void Warn(FilePosition at, string key, string reason) => Add(ProblemLevel.Warning, at, key, reason);

    public void Note(FilePosition at, string key, string reason) => Add(ProblemLevel.Note, at, key, reason);

    // A note about one key says the same wherever the key stands, so it is told once.
    private IEnumerable<ConfigProblem> Notes() => problems.Where(problem => problem.Level is ProblemLevel.Note)
        .GroupBy(note => (note.Key[(note.Key.LastIndexOf('.') + 1)..], note.Reason))
        .Select(group => group.Count() == 1
            ? group.First()
            : group.First() with
            {
                Reason = string.Create(
                    CultureInfo.InvariantCulture, $"{group.Key.Reason} (here and in {group.Count() - 1} more places)"),
            });

    private void Add(ProblemLevel level, FilePosition at, string key, string reason) =>
        problems.Add(new ConfigProblem(level, at, InertText.Line(key, MaxReason), InertText.Line(reason, MaxReason)));
}
