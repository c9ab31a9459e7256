using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// A subject as a map. The row contains the fingerprint once, outside of the map, and the map omits what the fingerprint
/// contains.
/// </summary>
internal static class SubjectItem
{
    private const string Aws = "aws";

    public static ItemWriter Write(Subject subject)
    {
        var implied = Implied.By(subject.Fingerprint);
        return new ItemWriter()
            .Name<SignalSource>("s", subject.Source)
            .Name<SignalKind>("k", subject.Kind)
            .TextUnless(implied.Name, "n", subject.Name)
            .Text("t", subject.Title)
            .TextUnless(implied.Account, "a", subject.Account)
            .TextUnless(implied.Region, "g", subject.Region)
            .Text("r", subject.Resource)
            .TextUnless(Aws, "p", subject.Partition)
            .Text("v", subject.Service)
            .Text("b", subject.Runbook)
            .Time("pf", subject.PlannedFrom)
            .Time("pu", subject.PlannedUntil)
            .Map("l", subject.Labels.Count == 0 ? null : Labels(subject.Labels));
    }

    public static Subject Read(ItemReader map, Fingerprint fingerprint)
    {
        var implied = Implied.By(fingerprint);
        return new Subject
        {
            Fingerprint = fingerprint,
            Source = map.Name<SignalSource>("s"),
            Kind = map.Name<SignalKind>("k"),
            Name = map.TextOrNull("n") ?? implied.Name,
            Title = map.TextOrEmpty("t"),
            Account = map.TextOrNull("a") ?? implied.Account,
            Region = map.TextOrNull("g") ?? implied.Region,
            Resource = map.TextOrEmpty("r"),
            Partition = map.TextOrNull("p") ?? Aws,
            Service = map.TextOrEmpty("v"),
            Runbook = map.TextOrEmpty("b"),
            PlannedFrom = map.TimeOrNull("pf"),
            PlannedUntil = map.TimeOrNull("pu"),
            Labels = map.MapOrNull("l") is { } labels ? LabelSet.From(labels.Texts()) : LabelSet.Empty,
        };
    }

    private static ItemWriter Labels(LabelSet labels)
    {
        var map = new ItemWriter();
        foreach (var (name, value) in labels)
            map.Text(name, value);
        return map;
    }

    /// <summary>The fields in a fingerprint with an ARN; empty texts for any other fingerprint.</summary>
    private readonly record struct Implied(string Region, string Account, string Name)
    {
        // alarm/arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME
        public static Implied By(Fingerprint fingerprint)
        {
            var parts = fingerprint.Text.Split(':', 7);
            return parts.Length == 7 ? new Implied(parts[3], parts[4], parts[6]) : new Implied("", "", "");
        }
    }
}
