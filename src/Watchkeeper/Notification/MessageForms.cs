namespace Watchkeeper.Notification;

/// <summary>Lays out the forms of one message. <see cref="Message"/> says what each of them is.</summary>
internal abstract class MessageForms
{
    /// <summary>The subject of the incident's mails.</summary>
    public abstract string Subject();

    /// <summary>Severity, transition, and what is wrong.</summary>
    public abstract string Headline();

    /// <summary>The headline in English.</summary>
    public abstract string EnglishHeadline();

    /// <summary>Plain text.</summary>
    public abstract string Text();

    /// <summary>HTML.</summary>
    public abstract string Html();

    /// <summary>Text for one SMS.</summary>
    public abstract string Sms();

    /// <summary>JSON for machines.</summary>
    public abstract string Json();

    /// <summary>JSON for Amazon Q Developer.</summary>
    public abstract string Chat();
}
