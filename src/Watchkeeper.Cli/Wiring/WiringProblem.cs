namespace Watchkeeper.Cli.Wiring;

/// <summary>A part of the template, or a parameter value, that the local run does not support.</summary>
/// <param name="Place">The problem's position.</param>
/// <param name="Key">The path of keys to it, such as <c>Resources.AlarmFunction.Properties.Timeout</c>.</param>
/// <param name="Message">What is wrong, and what would be valid.</param>
internal sealed record WiringProblem(TemplatePosition Place, string Key, string Message)
{
    /// <summary>Whether a given parameter is at fault, and not the template.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Formats the problem as <c>LINE:COLUMN: KEY: MESSAGE</c>, for output after the file's name and a colon.</summary>
    public override string ToString() =>
        Place == default ? $"{Key}: {Message}" : $"{Place.Line}:{Place.Column}: {Key}: {Message}";
}
