using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Routing;

/// <summary>The labels for routes: the subject's own labels, and the common labels of every incident.</summary>
public static class IncidentLabels
{
    /// <summary>
    /// The subject's labels. <c>severity</c>, <c>source</c>, <c>kind</c>, <c>name</c>, <c>account</c>, <c>region</c>,
    /// <c>resource</c> and <c>service</c> override them, so that event text cannot imitate a common label.
    /// </summary>
    public static LabelSet From(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return From(incident.Subject).With("severity", incident.Severity.ToKebabCase());
    }

    /// <summary>The same labels before a severity is known; then <c>severity</c> is missing.</summary>
    public static LabelSet From(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Labels
            .With("severity", "")
            .With("source", subject.Source.ToKebabCase())
            .With("kind", subject.Kind.ToKebabCase())
            .With("name", subject.Name)
            .With("account", subject.Account)
            .With("region", subject.Region)
            .With("resource", subject.Resource)
            .With("service", subject.Service);
    }
}
