using System.Text.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses the members of one detection, and collects all errors.</summary>
internal sealed class DetectionReader
{
    private const int MaxIdLength = 64;
    private const int MaxTitleLength = 160;
    private const int MaxTextLength = 2000;

    private static readonly string[] Members =
    [
        "id", "title", "severity", "attempts", "description", "runbook", "pattern", "decode", "different", "fingerprint", "act",
        "resource", "undone", "tests",
    ];

    private readonly DetectionErrors errors = new();

    public DetectionParseResult Read(JsonElement file)
    {
        if (file.ValueKind is not JsonValueKind.Object)
            return errors.Refuse("$", "is not an object: expected a detection");
        errors.CheckMembers("$", file, Members);
        var paths = new EventPathReader(errors);
        var pattern = new EventPatternReader(errors).Read("$.pattern", file.Member("pattern"));
        var different = paths.List("$.different", file.Member("different"));
        if (file.Has("different") && different.Length != 2)
            errors.Add("$.different", "expected an array of two paths");
        var id = Id(file);
        var title = Text(file, "title", MaxTitleLength);
        var severity = SeverityOf(file, "severity");
        var attempts = file.Has("attempts") ? SeverityOf(file, "attempts") : null;
        var description = Text(file, "description", MaxTextLength);
        var runbook = Runbook(file);
        var decode = paths.List("$.decode", file.Member("decode"));
        var fingerprint = paths.List("$.fingerprint", file.Member("fingerprint"));
        var act = paths.List("$.act", file.Member("act"));
        var resource = file.Has("resource") ? paths.One("$.resource", file.Member("resource")) : null;
        var undone = new UndoingReader(errors, fingerprint).Read(file.Member("undone"));
        var cases = new DetectionCaseReader(errors).Read(file.Member("tests"), isUndone: !undone.IsEmpty);
        if (errors.Any)
            return errors.Refuse();
        return new DetectionParseResult(
            new Detection
            {
                Id = id,
                Title = title,
                Severity = severity!.Value,
                Attempts = attempts,
                Description = description,
                Runbook = runbook,
                Pattern = pattern!,
                EventNames = EventPatternReader.EventNames(file.Member("pattern")),
                Decode = decode,
                Different = different is [var one, var other] ? new DifferentValues(one, other) : null,
                Fingerprint = fingerprint,
                Act = act,
                Resource = resource,
                Undone = undone,
                Cases = cases,
            },
            []);
    }

    private string Id(JsonElement file)
    {
        var id = Text(file, "id", MaxIdLength);
        if (id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not '-'))
            errors.Add("$.id", "expected lower-case letters, digits and hyphens");
        return id;
    }

    private string Runbook(JsonElement file)
    {
        var runbook = Text(file, "runbook", SubjectLimits.Resource);
        if (runbook.Length > 0 && !(Uri.TryCreate(runbook, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            errors.Add("$.runbook", "expected an https address");
        return runbook;
    }

    private string Text(JsonElement file, string name, int longest)
    {
        var member = file.Member(name);
        var text = member.ValueKind is JsonValueKind.String ? JsonText.Read(member) : "";
        if (text.Trim().Length == 0)
            errors.Add($"$.{name}", "expected a text");
        else if (text.Length > longest)
            errors.Add($"$.{name}", $"expected a text of at most {longest} characters");
        else if (text.Any(char.IsControl))
            errors.Add($"$.{name}", "expected one line without control characters");
        return text;
    }

    private Severity? SeverityOf(JsonElement file, string name)
    {
        var member = file.Member(name);
        var severity = member.ValueKind is JsonValueKind.String ? KebabCase.Parse<Severity>(JsonText.Read(member)) : null;
        if (severity is null)
            errors.Add($"$.{name}", "expected info, low, medium, high or critical");
        return severity;
    }
}
