using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The message about a timeline entry. Each form is laid out when a channel asks for it, is complete by itself, and untrusted
/// text in it is inert.
/// </summary>
public sealed record Message
{
    /// <summary>Maximum length of a subject or headline, in UTF-16 code units.</summary>
    public const int SubjectLimit = 100;

    private readonly RenderedForms forms;

    internal Message(TimelineEntry entry, MessageContent content, RenderedForms forms, LabelSet attributes)
    {
        this.forms = forms;
        Content = content;
        Attributes = attributes;
        NotificationKey = entry.Key;
        Thread = new MessageThread
        {
            Incident = InertText.Line(entry.Incident.Id),
            At = entry.At,
            IsOpening = entry.Transition is Transition.Opened,
        };
    }

    /// <summary>What the message says, for channels that lay it out themselves.</summary>
    internal MessageContent Content { get; init; }

    /// <summary>The message in other words, which stays in the incident's conversation.</summary>
    internal Message With(MessageContent content) => new(forms.Entry, content, forms.With(content), Attributes)
    {
        Subject = Subject,
        Thread = Thread,
        Receiver = Receiver,
    };

    /// <summary>
    /// The subject of the incident's mails: what is wrong, of what, by whom. It has neither severity nor state, so that mail
    /// programs keep the mails of one incident together. One line without control, bidirectional and invisible characters, at
    /// most <see cref="SubjectLimit"/> UTF-16 code units, of any letters.
    /// </summary>
    public string Subject
    {
        get => field ??= forms.Subject();
        init;
    }

    /// <summary>
    /// Severity, transition, and what is wrong, of what, in one line like <see cref="Subject"/>: «[HIGH] Opened: CPU 93 % …».
    /// </summary>
    public string Headline
    {
        get => field ??= forms.Headline();
        init;
    }

    /// <summary>The headline in English, for channels that take ASCII alone.</summary>
    public string EnglishHeadline
    {
        get => field ??= forms.EnglishHeadline();
        init;
    }

    /// <summary>Plain text. Every line begins with a label of ours, so that event text cannot imitate one.</summary>
    public string Text
    {
        get => field ??= forms.Text();
        init;
    }

    /// <summary>A complete HTML document with inline styles. Every variable text is escaped, and every link is https.</summary>
    public string Html
    {
        get => field ??= forms.Html();
        init;
    }

    /// <summary>
    /// Text for one SMS of at most two segments: 306 septets if every character is in the GSM 7-bit alphabet (3GPP TS 23.038),
    /// else 134 UTF-16 code units. A cut shows as «...» in the first case, because the GSM alphabet lacks «…», and as «…» in the
    /// second.
    /// </summary>
    public string Sms
    {
        get => field ??= forms.Sms();
        init;
    }

    /// <summary>
    /// Text for a notification on a phone, whose title is <see cref="Headline"/>: since when, what happened beyond the headline, and
    /// what to do; at most 600 UTF-16 code units.
    /// </summary>
    public string Push
    {
        get => field ??= forms.Push();
        init;
    }

    /// <summary>One JSON object in one line for machines. <c>JsonLayout</c> lists the stable field names.</summary>
    public string Json
    {
        get => field ??= forms.Json();
        init;
    }

    /// <summary>
    /// A custom notification of Amazon Q Developer in chat applications as one JSON object. <c>ChatLayout</c> says what it holds.
    /// </summary>
    public string Chat
    {
        get => field ??= forms.Chat();
        init;
    }

    /// <summary>The key of the timeline entry; a channel's feedback refers to it.</summary>
    public string NotificationKey { get; }

    /// <summary>
    /// The receiver of the configuration to whom the message goes, for channels that sort by it. Default: none is known.
    /// </summary>
    public string Receiver { get; init; } = "";

    /// <summary>The conversation of the message's incident.</summary>
    public MessageThread Thread { get; init; }

    /// <summary>
    /// Attributes that receivers can filter by, with names in camel case and values in kebab case or in AWS's spelling:
    /// <c>severity</c>, <c>source</c>, <c>kind</c>, <c>name</c>, <c>service</c>, <c>account</c>, <c>region</c>, <c>transition</c>
    /// or <c>reaction</c> (its status), and <c>incident</c>. At most ten, which is SQS's limit.
    /// </summary>
    public LabelSet Attributes { get; init; }
}
