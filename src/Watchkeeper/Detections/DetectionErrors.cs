using System.Text.Json;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Collects all errors of one file.</summary>
internal sealed class DetectionErrors
{
    private readonly List<Rejection> errors = [];

    public bool Any => errors.Count > 0;

    public void Add(string path, string reason) => errors.Add(new Rejection(path, reason));

    /// <summary>Reports unknown members, so that a misspelt condition causes an error.</summary>
    public void CheckMembers(string path, JsonElement element, ReadOnlySpan<string> known)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = JsonText.ReadName(member);
            if (!known.Contains(name))
                Add(PatternPath.Member(path, name), $"is not known: expected {string.Join(", ", known!)}");
        }
    }

    public DetectionParseResult Refuse() => new(null, [.. errors]);

    public DetectionParseResult Refuse(string path, string reason)
    {
        Add(path, reason);
        return Refuse();
    }
}
