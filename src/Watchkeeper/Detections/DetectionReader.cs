using System.Text.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses the members of one detection, and collects all errors.</summary>
internal sealed class DetectionReader
{
    private const int MaxIdLength = 64;

    private static readonly string[] Members =
    [
        "id", .. DetectionTextReader.Members, "zh", "severity", "attempts", "lowerable", "stage", "runbook", "reference",
        "techniques", "controls", "pattern", "unless", "decode", "different", "where", "fingerprint", "threshold",
        "act", "resource", "undone",
    ];

    private readonly DetectionErrors errors = new();

    public DetectionParseResult Read(JsonElement file)
    {
        if (file.ValueKind is not JsonValueKind.Object)
            return errors.Refuse("$", "is not an object: expected a detection");
        errors.CheckMembers("$", file, Members);
        var texts = new DetectionTextReader(errors);
        var paths = new EventPathReader(errors);
        var patterns = new EventPatternReader(errors);
        var pattern = patterns.Read("$.pattern", file.Member("pattern"));
        var different = paths.List("$.different", file.Member("different"));
        if (file.Has("different") && different.Length != 2)
            errors.Add("$.different", "expected an array of two paths");
        var fingerprint = paths.List("$.fingerprint", file.Member("fingerprint"));
        var severity = Name<Severity>(file, "severity", "info, low, medium, high or critical");
        var detection = new Detection
        {
            Id = ReadId(file, errors),
            Texts = texts.Read("$", file),
            Chinese = texts.ReadChinese(file),
            Severity = severity ?? default,
            Attempts = file.Has("attempts") ? Name<Severity>(file, "attempts", "info, low, medium, high or critical") : null,
            IsLowerable = IsLowerable(file, severity),
            Stage = file.Has("stage") ? Name<DetectionStage>(file, "stage", "on, staged or off") ?? default : default,
            Runbook = texts.Address(file, "runbook", isRequired: true),
            Reference = texts.Address(file, "reference", isRequired: false),
            Techniques = texts.Codes(file, "techniques", TechniqueCode.IsValid, "T1098.001"),
            Controls = texts.Codes(file, "controls", IsControl, "4.16"),
            Pattern = pattern!,
            EventNames = EventPatternReader.EventNames(file.Member("pattern")),
            NamesErrorCode = EventPatternReader.NamesErrorCode(file.Member("pattern")),
            Unless = file.Has("unless") ? patterns.Read("$.unless", file.Member("unless")) : null,
            Decode = paths.List("$.decode", file.Member("decode")),
            Different = different is [var one, var other] ? new DifferentValues(one, other) : null,
            Where = new ConditionReader(errors).List("$.where", file.Member("where")),
            Fingerprint = fingerprint,
            Threshold = new ThresholdReader(errors, fingerprint).Read(file.Member("threshold")),
            Act = paths.List("$.act", file.Member("act")),
            Resource = file.Has("resource") ? paths.One("$.resource", file.Member("resource")) : null,
            Undone = new UndoingReader(errors, fingerprint).Read(file.Member("undone")),
        };
        return errors.Any ? errors.Refuse() : new DetectionParseResult(detection, []);
    }

    private static bool IsControl(string code) =>
        code.Split('.') is { Length: 2 or 3 } parts && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit));

    private bool IsLowerable(JsonElement file, Severity? severity)
    {
        if (!file.Has("lowerable"))
            return false;
        var isLowerable = file.Member("lowerable").ValueKind is JsonValueKind.True;
        if (!isLowerable && file.Member("lowerable").ValueKind is not JsonValueKind.False)
            errors.Add("$.lowerable", "expected true or false");
        else if (isLowerable && severity is Severity.Critical)
            errors.Add("$.lowerable", "expected false or nothing: what is critical stays critical");
        return isLowerable;
    }

    /// <summary>The id in a detection's file.</summary>
    public static string ReadId(JsonElement file, DetectionErrors errors)
    {
        var id = new DetectionTextReader(errors).Required("$", file, "id", MaxIdLength);
        if (id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not '-'))
            errors.Add("$.id", "expected lower-case letters, digits and hyphens");
        return id;
    }

    private T? Name<T>(JsonElement file, string name, string expected)
        where T : struct, Enum
    {
        var member = file.Member(name);
        var value = member.ValueKind is JsonValueKind.String ? KebabCase.Parse<T>(JsonText.Read(member)) : null;
        if (value is null)
            errors.Add($"$.{name}", $"expected {expected}");
        return value;
    }
}
