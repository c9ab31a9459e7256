namespace Watchkeeper.Cli.Wiring;

/// <summary>One thing in the template, or in the values given for its parameters, that the local run cannot follow.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Key">The path of keys to it, such as <c>Resources.AlarmFunction.Properties.Timeout</c>.</param>
/// <param name="Message">What is wrong there and what would be right.</param>
internal sealed record WiringProblem(TemplatePosition Place, string Key, string Message)
{
    /// <summary><c>LINE:COLUMN: KEY: MESSAGE</c>, to be written after the file's name and a colon.</summary>
    public override string ToString() =>
        Place == default ? $"{Key}: {Message}" : $"{Place.Line}:{Place.Column}: {Key}: {Message}";
}
