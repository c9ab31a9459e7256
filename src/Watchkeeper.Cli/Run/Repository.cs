using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the files of a run in the surrounding folders.</summary>
internal static class Repository
{
    private const string TemplateName = "template.yaml";

    /// <summary>
    /// Returns the path of the template: the given path, or the nearest template.yaml in this folder or its parents.
    /// </summary>
    /// <exception cref="RunException">No template exists.</exception>
    public static string Template(string? given)
    {
        if (given is not null)
        {
            return File.Exists(given)
                ? Path.GetFullPath(given)
                : throw new RunException($"--template is «{given}», but there is no such file.");
        }

        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, TemplateName)))
                return Path.Combine(folder.FullName, TemplateName);
        }

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
            Parameters = parameters.ToImmutableDictionary(StringComparer.Ordinal)
                .SetItem("MailAddress", parameters.GetValueOrDefault("MailAddress", "operations@shop.example")),
            Names = names,
        };
        return WiringReader.Read(File.ReadAllText(template), options) switch
        {
            WiringParseResult.Read read => read.Wiring,
            WiringParseResult.Refused refused => throw new RunException(
                $"{template} cannot be used:{string.Concat(refused.Problems.Select(problem => $"\n- {problem}"))}"),
            _ => throw new InvalidOperationException("the template was read as nothing"),
        };
    }
}
