using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns;
using Watchkeeper.Patterns.Reading;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>Reads one detection's members and notes all that is wrong with them.</summary>
internal sealed class DetectionReader
{
    private const int LongestId = 64;
    private const int LongestTitle = 160;
    private const int LongestText = 2000;

    private static readonly string[] Members =
    [
        "id", "title", "severity", "attempts", "description", "runbook", "pattern", "decode", "different", "fingerprint", "resource",
        "tests",
    ];

    private readonly DetectionErrors errors = new();

    public DetectionParseResult Read(JsonElement file)
    {
        if (file.ValueKind is not JsonValueKind.Object)
            return errors.Refuse("$", "is no object: expected a detection");
        errors.CheckMembers("$", file, Members);
        var paths = new EventPathReader(errors);
        var pattern = Pattern(file);
        var different = paths.List("$.different", file.Member("different"));
        if (file.Has("different") && different.Length != 2)
            errors.Add("$.different", "expected an array of two paths");
        var id = Id(file);
        var title = Text(file, "title", LongestTitle);
        var severity = SeverityOf(file, "severity");
        var attempts = file.Has("attempts") ? SeverityOf(file, "attempts") : null;
        var description = Text(file, "description", LongestText);
        var runbook = Runbook(file);
        var decode = paths.List("$.decode", file.Member("decode"));
        var fingerprint = paths.List("$.fingerprint", file.Member("fingerprint"));
        var resource = file.Has("resource") ? paths.One("$.resource", file.Member("resource")) : null;
        var cases = new DetectionCaseReader(errors).Read(file.Member("tests"));
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
                EventNames = EventNames(file.Member("pattern").Member("detail")),
                Decode = decode,
                Different = different is [var one, var other] ? new DifferentValues(one, other) : null,
                Fingerprint = fingerprint,
                Resource = resource,
                Cases = cases,
            },
            []);
    }

    private string Id(JsonElement file)
    {
        var id = Text(file, "id", LongestId);
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
        var severity = member.ValueKind is JsonValueKind.String ? Kebab.Parse<Severity>(JsonText.Read(member)) : null;
        if (severity is null)
            errors.Add($"$.{name}", "expected info, low, medium, high or critical");
        return severity;
    }

    private EventPattern? Pattern(JsonElement file)
    {
        if (!file.Has("pattern"))
        {
            errors.Add("$.pattern", "expected an event pattern");
            return null;
        }

        var parsed = EventPattern.Parse(file.Member("pattern"));
        if (!parsed.IsAccepted)
            errors.Add($"$.pattern{parsed.Error.Path.AsSpan(1)}", parsed.Error.Reason);
        return parsed.Pattern;
    }

    // Every alternative must say which names it is about, or else the event must be asked about whatever its name is.
    private static ImmutableArray<string> EventNames(JsonElement node)
    {
        if (Texts(node.Member("eventName")) is { } names)
            return names;
        var alternatives = node.Member("$or");
        if (alternatives.ValueKind is not JsonValueKind.Array)
            return [];
        var each = alternatives.EnumerateArray().Select(EventNames).ToList();
        return each.Any(one => one.IsEmpty) ? [] : [.. each.SelectMany(one => one).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string>? Texts(JsonElement list) =>
        list.ValueKind is JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(JsonText.Read)]
            : null;
}
