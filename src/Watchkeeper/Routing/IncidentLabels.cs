using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Routing;

/// <summary>What routes match on: the subject's own labels and what every incident has.</summary>
public static class IncidentLabels
{
    /// <summary>
    /// The subject's labels with <c>severity</c>, <c>source</c>, <c>kind</c>, <c>name</c>, <c>account</c>, <c>region</c>,
    /// <c>resource</c> and <c>service</c> set over them, so that event text can never pose as one of these.
    /// </summary>
    public static LabelSet From(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var subject = incident.Subject;
        return subject.Labels
            .With("severity", incident.Severity.ToKebabCase())
            .With("source", subject.Source.ToKebabCase())
            .With("kind", subject.Kind.ToKebabCase())
            .With("name", subject.Name)
            .With("account", subject.Account)
            .With("region", subject.Region)
            .With("resource", subject.Resource)
            .With("service", subject.Service);
    }
}
