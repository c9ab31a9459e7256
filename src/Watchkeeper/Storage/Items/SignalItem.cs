using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>A normalised signal as a map, complete, so that it can be decided again.</summary>
internal static class SignalItem
{
    public static ItemWriter Write(Signal signal)
    {
        var subject = SubjectLimits.Bound(signal.Subject);
        return new ItemWriter()
            .Packed("i", signal.Id, Packing.Hash)
            .Time("o", signal.OccurredAt)
            .Name<SignalCondition>("c", signal.Condition)
            .Name<SignalNature>("n", signal.Nature)
            .Number("w", signal.WasFiring switch { null => 0, false => 1, _ => 2 })
            .Text("f", subject.Fingerprint.Text)
            .Map("su", SubjectItem.Write(subject))
            .Text("b", InertText.Shorten(signal.Reason, SubjectLimits.Description))
            .Name("d", signal.DeclaredSeverity)
            .Text("u", signal.UnknownSeverity)
            .Name("r", signal.RuleSeverity)
            .Text("a", signal.Act?.Key)
            .Count("ar", signal.Act is { IsRefused: true } ? 1 : 0)
            .Map("mu", MuteItem.Write(signal.Mute))
            .Name("fs", signal.Finding?.Status)
            .Time("fc", signal.Finding?.CheckedAt)
            .Packed("x", signal.Trace, Packing.Trace);
    }

    public static Signal Read(ItemReader map, string eventId) => new()
    {
        Id = map.Packed("i", Packing.Hash) ?? "",
        EventId = eventId,
        OccurredAt = map.Time("o"),
        Condition = map.Name<SignalCondition>("c"),
        Nature = map.Name<SignalNature>("n"),
        WasFiring = map.Count("w") switch { 0 => null, 1 => false, _ => true },
        Subject = SubjectItem.Read(map.Map("su"), new Fingerprint(map.TextOrEmpty("f"))),
        Reason = map.TextOrEmpty("b"),
        DeclaredSeverity = map.NameOrNull<Severity>("d"),
        UnknownSeverity = map.TextOrNull("u"),
        RuleSeverity = map.NameOrNull<Severity>("r"),
        Act = map.TextOrNull("a") is { } key ? new Act(key, map.Count("ar") > 0) : null,
        Mute = map.MapOrNull("mu") is { } mute ? MuteItem.Read(mute) : null,
        Finding = map.NameOrNull<ReportedStatus>("fs") is { } status ? new ReportedFinding(status, map.Time("fc")) : null,
        Trace = map.Packed("x", Packing.Trace),
    };
}
