using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>
/// Limits in UTF-16 code units. They bound a stored slot to less than one kilobyte in the common case (one write unit of
/// DynamoDB) and far less than 64 KB in the worst.
/// </summary>
public static class SubjectLimits
{
    /// <summary>CloudWatch allows alarm names of 255 characters.</summary>
    public const int Name = 255;

    /// <summary>Maximum length of a title.</summary>
    public const int Title = 255;

    /// <summary>Maximum length of a resource. An ARN may have 2,048 characters; its end identifies the resource.</summary>
    public const int Resource = 512;

    /// <summary>Maximum length of a stored reason.</summary>
    public const int Description = 512;

    /// <summary>Maximum number of labels.</summary>
    public const int Labels = 12;

    /// <summary>Maximum length of a label value.</summary>
    public const int LabelValue = 256;

    /// <summary>Maximum length of a declared severity that was not recognised.</summary>
    public const int UnknownSeverity = 64;

    /// <summary>Maximum length of an envelope id: EventBridge, SNS and CloudTrail use UUIDs.</summary>
    public const int EventId = 128;

    /// <summary>
    /// Maximum length of an X-Ray trace header. A longer one is omitted, because a shortened header is invalid.
    /// </summary>
    public const int Trace = 256;

    /// <summary>Maximum length of an account, region or partition, which an event may set to any text.</summary>
    public const int Place = 64;

    /// <summary>Maximum length of a fingerprint: alarm ARNs have up to about 330 characters.</summary>
    public const int Fingerprint = 512;

    /// <summary>Maximum length of a stored answer from a channel or from AWS.</summary>
    public const int Detail = 512;

    /// <summary>
    /// The signal with all texts within the limits and without its trace, which lasts no longer than the processing.
    /// </summary>
    public static Signal Bound(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return signal with
        {
            EventId = InertText.Shorten(signal.EventId, EventId),
            Subject = Bound(signal.Subject),
            Reason = InertText.Shorten(signal.Reason, Description),
            Measurement = signal.Measurement is { } measurement ? Bound(measurement) : null,
            Trace = null,
        };
    }

    private static Measurement Bound(Measurement measurement) => measurement with
    {
        Statistic = InertText.Shorten(measurement.Statistic, Place),
        Label = InertText.Shorten(measurement.Label, Title),
    };

    /// <summary>The subject with all texts and the number of labels within the limits.</summary>
    public static Subject Bound(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject with
        {
            Name = InertText.Shorten(subject.Name, Name),
            Title = InertText.Shorten(subject.Title, Title),
            Account = InertText.Shorten(subject.Account, Place),
            Region = InertText.Shorten(subject.Region, Place),
            Partition = InertText.Shorten(subject.Partition, Place),
            Resource = InertText.Shorten(subject.Resource, Resource),
            Service = InertText.Shorten(subject.Service, LabelValue),
            Runbook = subject.Runbook.Length <= Resource ? subject.Runbook : "",
            Labels = LabelSet.From(subject.Labels.Take(Labels)
                .Select(label =>
                    KeyValuePair.Create(InertText.Shorten(label.Key, LabelValue), InertText.Shorten(label.Value, LabelValue)))),
        };
    }
}
