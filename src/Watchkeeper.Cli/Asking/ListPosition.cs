using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>
/// The text of <c>--after</c>: a page's token, and the status that the command filters by, which is part of the question.
/// </summary>
internal static class ListPosition
{
    public static string? Write(string? token, IncidentStatus? status) =>
        token is null || status is null ? token : $"{status.Value.ToKebabCase()}.{token}";

    /// <exception cref="PageTokenException">It belongs to another status.</exception>
    public static string? Read(string? position, IncidentStatus? status)
    {
        if (position is null || status is null)
            return position;
        var prefix = $"{status.Value.ToKebabCase()}.";
        return position.StartsWith(prefix, StringComparison.Ordinal) ? position[prefix.Length..] : throw new PageTokenException();
    }
}
