using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>
/// Bounds, in UTF-16 code units, that keep a stored slot under one kilobyte in the common case (a write unit of DynamoDB)
/// and far under 64 KB in the worst.
/// </summary>
public static class SubjectLimits
{
    /// <summary>CloudWatch allows alarm names of 255 characters.</summary>
    public const int Name = 255;

    /// <summary>Longest title.</summary>
    public const int Title = 255;

    /// <summary>Longest resource: an ARN may have 2,048 characters, and its end is the part that tells.</summary>
    public const int Resource = 512;

    /// <summary>Longest reason kept with a slot.</summary>
    public const int Description = 512;

    /// <summary>Most labels.</summary>
    public const int Labels = 12;

    /// <summary>Longest label value.</summary>
    public const int LabelValue = 256;

    /// <summary>Longest declared severity that was not understood.</summary>
    public const int UnknownSeverity = 64;

    /// <summary>Longest envelope id: EventBridge, SNS and CloudTrail use UUIDs.</summary>
    public const int EventId = 128;

    /// <summary>Longest X-Ray trace header; a longer one is left out, since half a header is none.</summary>
    public const int Trace = 256;

    /// <summary>Longest account, region or partition: whatever an event says there.</summary>
    public const int Place = 64;

    /// <summary>Longest fingerprint: alarm ARNs have up to some 330 characters.</summary>
    public const int Fingerprint = 512;

    /// <summary>Longest answer of a channel or of AWS that is kept with a delivery or a reaction.</summary>
    public const int Detail = 512;

    /// <summary>The subject with every text and the number of labels brought within bounds.</summary>
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
                .Select(label => KeyValuePair.Create(InertText.Shorten(label.Key, LabelValue), InertText.Shorten(label.Value, LabelValue)))),
        };
    }
}
