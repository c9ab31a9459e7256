using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring;

/// <summary>Prints what a check found, a line each, as compilers do: <c>FILE:LINE:COLUMN: error: KEY: reason</c>.</summary>
internal static class ProblemText
{
    /// <summary>Prints the problems and then the sums.</summary>
    public static void Show(Screen screen, string name, ConfigurationFile file, bool asJson)
    {
        foreach (var problem in file.Problems)
            screen.Raw(asJson ? Json(name, problem) : Line(name, problem));
        if (asJson)
            screen.Raw(JsonSums(name, file));
        else
            screen.Line($"{name}: {Sums(file.Problems)}");
    }

    /// <summary>
    /// Notes what keeps a file from being applied, and what is probably not meant. Returns whether it may be applied.
    /// </summary>
    public static bool NoteThatMatters(Screen screen, string name, ConfigurationFile file)
    {
        foreach (var problem in file.Problems.Where(problem => problem.Level is not ProblemLevel.Note))
            screen.Note(Line(name, problem));
        if (!file.IsAppliable)
            screen.Note($"not applied: {name} has {(file.IsValid ? "what may not be applied" : "errors")}");
        return file.IsAppliable;
    }

    /// <summary>One problem in one line.</summary>
    public static string Line(string name, ConfigProblem problem)
    {
        var (level, lead) = (Level(problem.Level), Lead(problem.Key));
        return InertText.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}:{problem.Position.Line}:{problem.Position.Column}: {level}: {lead}{problem.Reason}"));
    }

    private static string Sums(ImmutableArray<ConfigProblem> problems)
    {
        var counts = Enum.GetValues<ProblemLevel>()
            .Select(level => (Count: problems.Count(problem => problem.Level == level), Name: level.ToKebabCase()))
            .Where(each => each.Count > 0)
            .Select(each => $"{each.Count} {each.Name}{(each.Count == 1 ? "" : "s")}").ToList();
        var valid = problems.Any(problem => problem.Level is ProblemLevel.Error) ? "not valid"
            : problems.Any(problem => problem.Level is ProblemLevel.Refusal) ? "valid, and «config apply» refuses it"
            : "valid";
        return counts.Count == 0 ? valid : $"{valid}: {string.Join(", ", counts)}";
    }

    private static string Json(string name, ConfigProblem problem) => new JsonObject
    {
        ["object"] = "problem",
        ["level"] = problem.Level.ToKebabCase(),
        ["file"] = name,
        ["line"] = problem.Position.Line,
        ["column"] = problem.Position.Column,
        ["key"] = problem.Key,
        ["reason"] = problem.Reason,
    }.ToJsonString();

    private static string JsonSums(string name, ConfigurationFile file) => new JsonObject
    {
        ["object"] = "summary",
        ["file"] = name,
        ["valid"] = file.IsValid,
        ["appliable"] = file.IsAppliable,
        ["errors"] = Count(file, ProblemLevel.Error),
        ["refusals"] = Count(file, ProblemLevel.Refusal),
        ["warnings"] = Count(file, ProblemLevel.Warning),
        ["notes"] = Count(file, ProblemLevel.Note),
    }.ToJsonString();

    private static int Count(ConfigurationFile file, ProblemLevel level) =>
        file.Problems.Count(problem => problem.Level == level);

    private static string Level(ProblemLevel level) => level is ProblemLevel.Refusal ? "refused by apply" : level.ToKebabCase();

    private static string Lead(string key) => key.Length == 0 ? "" : $"{key}: ";
}
