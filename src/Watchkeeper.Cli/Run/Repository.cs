using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the files of a run in the surrounding folders.</summary>
internal static class Repository
{
    private const string TemplateName = "template.yaml";

    // The receiver of a run's mails, who is nobody.
    private static readonly ImmutableDictionary<string, string> Fallbacks =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal).Add("MailAddress", "operations@shop.example");

    // A pipe that nobody writes to would keep the run waiting for ever.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);

    // The files that a published program and the .NET tool carry.
    private static readonly string Carried = Path.Combine(AppContext.BaseDirectory, "story", TemplateName);

    /// <summary>Whether a template is the one that comes with the program, so that nothing is written beside it.</summary>
    public static bool IsCarried(string template) => template == Carried;

    /// <summary>
    /// The folder in which a run may keep the emulators that it downloads: the template's, unless it is carried.
    /// </summary>
    public static string ToolRoot(string template) =>
        IsCarried(template) ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(template)!;

    /// <summary>
    /// Returns the path of the template: the given path, the nearest template.yaml in this folder or its parents, or the one that
    /// comes with the program.
    /// </summary>
    /// <exception cref="RunException">No template exists.</exception>
    public static string Template(string? given)
    {
        if (given is not null)
        {
            return File.Exists(given)
                ? Path.GetFullPath(given)
                : throw new RunException(
                    $"--template is «{given}», but {(Directory.Exists(given) ? "that is a folder" : "there is no such file")}. "
                    + "Give a SAM template.");
        }

        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, TemplateName)))
                return Path.Combine(folder.FullName, TemplateName);
        }

        if (File.Exists(Carried))
            return Carried;
        throw new RunException(
            $"There is no {TemplateName} in this folder or a folder above. "
            + "Run the command inside the repository, or give --template.");
    }

    /// <summary>Reads the wiring that the template describes.</summary>
    /// <exception cref="RunException">The template is invalid; the message lists every problem.</exception>
    public static TemplateWiring Wiring(string template, IReadOnlyDictionary<string, string> parameters, PhysicalNames names)
    {
        var options = new WiringOptions
        {
            Parameters = parameters.ToImmutableDictionary(StringComparer.Ordinal),
            Fallbacks = Fallbacks,
            Names = names,
        };
        return WiringReader.Read(Text(template), options) switch
        {
            WiringParseResult.Read { Wiring.Functions.IsEmpty: true } => throw new RunException(
                $"«{template}» has no AWS::Serverless::Function, so no event would reach anybody. Give Watchkeeper's template, "
                + "or one made from it, with --template."),
            WiringParseResult.Read read => read.Wiring,
            WiringParseResult.Refused refused => throw Refusal(template, refused.Problems),
            _ => throw new InvalidOperationException("the template was read as nothing"),
        };
    }

    // As compilers say it, so that an editor finds the place. A given value has no place in the template.
    private static RunException Refusal(string template, ImmutableArray<WiringProblem> problems)
    {
        var name = ShownPath.Of(template);
        var lines = problems.Select(problem => InertText.Line($"{name}:{(problem.Place == default ? " " : "")}{problem}"));
        return new RunException(string.Join('\n', lines)) { IsUsage = problems.All(problem => problem.IsGiven) };
    }

    private static string Text(string template)
    {
        try
        {
            var reading = Task.Run(() => File.ReadAllText(template));
            return reading.Wait(LongestReading)
                ? reading.Result
                : throw new RunException($"«{template}» cannot be read: nobody writes to it. Give a file with --template.");
        }
        catch (AggregateException failure) when (failure.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"«{template}» cannot be read: {failure.InnerException.Message} Give another file with --template.",
                failure.InnerException);
        }
    }
}
